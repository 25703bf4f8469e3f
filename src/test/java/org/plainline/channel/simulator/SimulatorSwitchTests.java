package org.plainline.channel.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.stereotype.Component;

class SimulatorSwitchTests {
    private static final String SID = "AC0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "'', " + SID + ", false",
        "true, " + SID + ", true",
        "false, '', false",
        "FALSE, '', false",
        "' ', '', true"
    })
    void isOnWithoutAnAccountUnlessToldOtherwise(String enabled, String account, boolean on) {
        var environment = new MockEnvironment()
                .withProperty("plainline.simulator.enabled", enabled)
                .withProperty("plainline.twilio.account-sid", account);
        assertThat(SimulatorSwitch.isOn(environment)).isEqualTo(on);
    }

    @Test
    void isOnWhereNothingIsConfigured() {
        assertThat(SimulatorSwitch.isOn(new MockEnvironment())).isTrue();
    }

    @Test
    void leavesNothingBehindWhenItIsOff() {
        var simulator = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackagesOf(SimulatorSwitch.class);
        classes()
                .that()
                .areMetaAnnotatedWith(Component.class)
                .should()
                .beAnnotatedWith(WhenSimulating.class)
                .check(simulator);
    }
}
