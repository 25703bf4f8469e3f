package org.plainline.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class TwilioSettingsTests {
    private static final String SID = "AC0123456789abcdef0123456789ABCDEF";

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues("plainline.twilio.account-sid=", "plainline.twilio.number=");

    @EnableConfigurationProperties({TwilioSettings.class, PublicAddress.class})
    static class Settings {}

    @Test
    void nothingSetIsAServiceWithoutAnAccount() {
        service.run(context -> {
            var settings = context.getBean(TwilioSettings.class);
            assertThat(settings.account()).isEmpty();
            assertThat(settings.authToken().isPresent()).isFalse();
            assertThat(context.getBean(PublicAddress.class).publicUrl()).hasToString("http://localhost:8080");
        });
    }

    @Test
    void environmentVariablesMakeAnAccount() {
        service.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "systemEnvironment",
                                Map.of(
                                        "PLAINLINE_TWILIO_ACCOUNT_SID", SID,
                                        "PLAINLINE_TWILIO_AUTH_TOKEN", "not for anybody else",
                                        "PLAINLINE_TWILIO_API_BASE_URL", "http://127.0.0.1:4010",
                                        "PLAINLINE_TWILIO_NUMBER", "+12025550123"))))
                .run(context -> {
                    var account =
                            context.getBean(TwilioSettings.class).account().orElseThrow();
                    assertThat(account.sid()).isEqualTo(SID);
                    assertThat(account.token().value()).isEqualTo("not for anybody else");
                    assertThat(account.apiBase().get()).hasToString("http://127.0.0.1:4010");
                    assertThat(String.valueOf(account.number())).isEqualTo("…23");
                });
    }

    @Test
    void theTokenIsNeverPrinted() {
        var settings = new TwilioSettings(
                SID, new Secret("not for anybody else"), URI.create("https://api.twilio.com"), "+12025550123");

        assertThat(settings.toString()).contains("(redacted)").doesNotContain("not for anybody");
        assertThat(settings.account().orElseThrow().toString()).doesNotContain("not for anybody");
        assertThat(new Secret("")).hasToString("(none)");
    }

    @ParameterizedTest
    @CsvSource({
        "plainline.twilio.account-sid, AC123, account-sid must be AC and 32 hexadecimal digits",
        "plainline.twilio.account-sid, " + SID + ", auth-token is missing",
        "plainline.twilio.number, 2025550123, number must be in international form",
        "plainline.twilio.api-base-url, api.twilio.com, api-base-url must start with http",
        "plainline.public-url, help.example.org, public-url must be a scheme and a host",
        "plainline.public-url, https://my_host.example.org, without underscores",
        "plainline.public-url, https://example.org/plainline, without underscores",
        "plainline.public-url, https://user@example.org, without underscores",
        "plainline.public-url, ftp://example.org, without underscores",
    })
    void aSettingThatCannotBeRightStopsTheStartAndIsNamed(String setting, String value, String message) {
        service.withPropertyValues(setting + "=" + value)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://127.0.0.1",
                "https://10.1.2.3",
                "https://192.168.0.7:8443",
                "http://172.20.0.2",
                "http://[::1]:8080",
                "https://pi.local"
            })
    void addressesOfThisMachineAndNetworkAreNotReachableFromOutside(String url) {
        assertThat(new PublicAddress(URI.create(url)).isReachableFromOutside()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://help.example.org", "https://172.40.0.1", "https://100.plainline.org:8443/"})
    void otherAddressesAre(String url) {
        assertThat(new PublicAddress(URI.create(url)).isReachableFromOutside()).isTrue();
    }

    @Test
    void pathsAreAppendedToTheAddress() {
        assertThat(new PublicAddress(URI.create("https://help.example.org/")).at("/twilio/sms"))
                .hasToString("https://help.example.org/twilio/sms");
        assertThat(new PublicAddress(URI.create("http://localhost:8080")).at("/twilio/voice"))
                .hasToString("http://localhost:8080/twilio/voice");
    }
}
