package org.plainline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeypadTests {
    @ParameterizedTest
    @CsvSource({
        "1,1",
        "１,1",
        "一,1",
        "1.,1",
        "one,1",
        "回1,1",
        "回复0,0",
        "0。,0",
        "零,0",
        "Zero,0",
        "二,2",
        " 2 ,2",
        "第一个,1",
        "the second one,2",
        "头一个。,1"
    })
    void readsADigitHoweverItIsWritten(String text, String digit) {
        assertThat(Keypad.digit(text)).contains(digit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "低保", "110", "one of us", "一家人", "13900139000", "第一个孩子", "the first of May"})
    void takesNothingElseForADigit(String text) {
        assertThat(Keypad.digit(text)).isEmpty();
    }
}
