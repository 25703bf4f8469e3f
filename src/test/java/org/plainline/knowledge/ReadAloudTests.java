package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainline.resident.Language;

class ReadAloudTests {
    private static List<String> aloud(Language language, String markdown) {
        return ReadAloud.pieces(new Section(Section.Kind.HOW, "", markdown).sentences(), language);
    }

    @Test
    void saysNoListMarkAndEndsWhatTheListLeftOpen() {
        assertThat(aloud(Language.ZH, "- 身份证\n- 户口本")).containsExactly("身份证。户口本。");
        assertThat(aloud(Language.EN, "1. Go to the village office.\n2. Take a number"))
                .containsExactly("Go to the village office. Take a number.");
    }

    @Test
    void makesPausesOfBracketsAndLeavesOutWhatOneExplainsInTheMiddle() {
        assertThat(aloud(Language.ZH, "吃低保（按月发的生活补助）的家庭，去县（区）政府问。\n低保这类证件（有就带上）"))
                .containsExactly("吃低保的家庭，去县区政府问。低保这类证件，有就带上。");
        assertThat(aloud(Language.EN, "If you are on dibao (低保, monthly aid) or have a hukou (户口), ask (it is free)."))
                .containsExactly("If you are on dibao, monthly aid, or have a hukou, ask, it is free.");
    }

    @Test
    void takesAsManyWholeSentencesAsFifteenSecondsHold() {
        String sentence = "二十个字的一句话说到这里就算是完了对不对。";

        assertThat(aloud(Language.ZH, sentence.repeat(5)))
                .containsExactly(sentence.repeat(2), sentence.repeat(2), sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            拨打12345或110。 | 拨打1 2 3 4 5或1 1 0。
            请打057187654321。 | 请打0 5 7 1 8 7 6 5 4 3 2 1。
            一个月120元，一年12000元。 | 一个月120元，一年12000元。
            每月免120度电，第120条。 | 每月免120度电，第120条。
            Call 12345 or 110. | Call 1 2 3 4 5 or 1 1 0.
            It is 120 yuan, paid within 120 days. | It is 120 yuan, paid within 120 days.
            It is 120,000 yuan. | It is 120,000 yuan.
            In the same order, 120, 115 and 130 yuan. | In the same order, 120, 115 and 130 yuan.
            """)
    void readsTelephoneNumbersDigitByDigitAndNoSums(String written, String said) {
        assertThat(aloud(written.matches(".*\\p{IsHan}.*") ? Language.ZH : Language.EN, written))
                .containsExactly(said);
    }

    @Test
    void takesTheNumberOfAStepForNoSentence() {
        assertThat(new Section(Section.Kind.HOW, "", "1. Ask there. It began in 2026. Sign it.").sentences())
                .containsExactly("1. Ask there.", "It began in 2026.", "Sign it.");
    }
}
