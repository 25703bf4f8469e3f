package org.plainline.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {
    @ParameterizedTest
    @CsvSource({"(202) 555-0143,+862025550143", "+1 202 555 0143,+12025550143", "139 0013 9000,+8613900139000"})
    void readsNumbersAsPeopleWriteThem(String written, String e164) {
        assertThat(PhoneNumber.of(written).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "", "110", "我不知道", "+", "Restricted"})
    void knowsThatWithheldAndShortNumbersCannotBeCalledBack(String written) {
        assertThat(PhoneNumber.parse(written)).isEmpty();
    }

    @Test
    void neverPrintsTheWholeNumber() {
        assertThat(PhoneNumber.of("+12025550143")).hasToString("…43");
        assertThatThrownBy(() -> PhoneNumber.of("120255501431202555014312")).hasMessageNotContaining("5550143");
    }
}
