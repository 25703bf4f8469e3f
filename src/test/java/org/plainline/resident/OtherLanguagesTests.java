package org.plainline.resident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherLanguagesTests {
    /** With the name of the service before it, a sentence fits into two texts. */
    private static final int LONGEST = 134 - "Plainline: ".length();

    private static final OtherLanguages LANGUAGES = new OtherLanguages();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ليس لدي مال للطعام ماذا أفعل|نجيب",
                "ང་ལ་ཟ་རྒྱུ་མི་འདུག|ང་ཚོས",
                "Ich habe kein Geld für Essen|Wir",
                "no tengo dinero para comida|Solo",
                "¿Cómo pido ayuda para comer?|Solo",
                "پول برای غذا ندارم چه کار کنم|ما فقط",
                "Je n'ai plus d'argent, que faire ?|Nous",
                "मेरे पास खाने के लिए पैसे नहीं हैं|हम",
                "Saya tidak punya uang untuk makan|Kami",
                "家賃が払えません。どうすればいいですか|お答え",
                "Менің ақшам жоқ, не істеймін|Біз",
                "돈이 없어요 어떻게 해요|중국어",
                "Надад мөнгө байхгүй, яах вэ|Бид",
                "ကျွန်တော့်မှာ ပိုက်ဆံမရှိဘူး|တရုတ်",
                "Preciso de ajuda, estou sem dinheiro|Respondemos",
                "У меня нет денег на еду|Мы",
                "ไม่มีเงินซื้ออาหาร ทำอย่างไรดี|เรา",
                "Wala akong pera pambili ng pagkain|Sumasagot",
                "مېنىڭ پۇلۇم يوق، قانداق قىلىمەن|بىز",
                "میرے پاس کھانے کے پیسے نہیں ہیں|ہم",
                "Tôi không có tiền mua thức ăn|Chúng",
                "di bao zen me ban|您写的是拼音",
                "wo mama sheng bing le mei qian zen me ban|您写的是拼音",
                "Saya mau minta bantuan untuk anak saya|Kami",
            })
    void answersInTheLanguageItIsAskedIn(String text, String beginning) {
        assertThat(LANGUAGES.sentence(text))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).startsWith(beginning).contains("0").hasSizeLessThanOrEqualTo(LONGEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我妈瘫了,家里没钱怎么办",
                "我の低保",
                "低保 dibao zenme shenqing",
                "my mum cant walk n we hv no money wat do i do",
                "I lost job, where I go",
                "sing me a song",
                "no hukou",
                "dibao",
                "Bonjour",
                "OK",
                "0",
                "?!?!",
                "😀😀😀",
            })
    void leavesChineseAndEnglishAndWhatTellsNothing(String text) {
        assertThat(LANGUAGES.sentence(text)).isEmpty();
    }

    @Test
    void takesNoNoiseForALanguage() {
        assertThat(LANGUAGES.sentence("\ud800\udfff\u0000 ((((a+)+)+)+$ AND OR NOT *:* ~^"))
                .isEmpty();
    }
}
