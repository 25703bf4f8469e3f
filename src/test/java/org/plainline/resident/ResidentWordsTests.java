package org.plainline.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidentWordsTests {
    private static final Places PLACES = new Places(List.of(
            new Place("liuhe", "柳河镇", "Liuhe Town", List.of("柳河", "liu he")),
            new Place("chengguan", "城关街道", "Chengguan Subdistrict", List.of("城关", "县城")),
            new Place("xinmin", "新民社区", "Xinmin Community", List.of("新民"))));

    @ParameterizedTest
    @CsvSource({
        "我住柳河镇三组, liuhe",
        "柳 河, liuhe",
        "LIU HE please, liuhe",
        "县城里头, chengguan",
        "we live in Xinmin Community, xinmin"
    })
    void findsThePlaceInWhatPeopleSay(String said, String id) {
        assertThat(PLACES.in(said)).map(Place::id).contains(id);
    }

    @Test
    void doesNotInventAPlace() {
        assertThat(PLACES.in("北京市海淀区")).isEmpty();
        assertThat(PLACES.in("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"低保怎么办, ZH", "how do I apply, EN", "我想apply低保, ZH", "dibao 咋申请, ZH", "ok 👍 thanks, EN"})
    void goesByTheScript(String text, Language language) {
        assertThat(LanguageGuess.of(text)).contains(language);
    }

    @ParameterizedTest
    @CsvSource({"1", "?!", "👍👍👍", "12345678"})
    void saysNothingWhereThereAreNoLetters(String text) {
        assertThat(LanguageGuess.of(text)).isEmpty();
    }

    @Test
    void takesIdentityAndCardNumbersOutButLeavesPhonesAndAmounts() {
        assertThat(Redaction.of("身份证11010519491231002X,卡号6222 0200 1234 5678 903"))
                .doesNotContain("19491231", "0200")
                .contains("2X", "03");
        assertThat(Redaction.of("电话13900139000,欠了20000元")).isEqualTo("电话13900139000,欠了20000元");
    }

    @Test
    void takesPhonesAndNamesOutAsWellForThoseWhoNeedNotKnowWhoItWas() {
        assertThat(Redaction.anonymous("我叫张三,电话139 0013 9000,欠了20000元")).isEqualTo("我叫［…］,电话［…］,欠了20000元");
        assertThat(Redaction.anonymous("My name is Li Na and I owe 20000 yuan, call +1 202-555-0143"))
                .isEqualTo("My name is ［…］ and I owe 20000 yuan, call +1 ［…］");
    }
}
