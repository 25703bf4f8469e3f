package org.plainline.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServesResidentsPage
class ResidentsPageTroubleTests {
    @LocalServerPort
    int port;

    @Autowired
    ScriptedConversations conversations;

    Form browser;

    @BeforeEach
    void openThePage() {
        browser = new Form(port).open("/");
    }

    @AfterEach
    void bringTheServiceBack() {
        conversations.goDown(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>pwned=1</script>",
                "\"><img src=x onerror=pwned=1>",
                "</textarea><svg onload=pwned=1>",
                "[[${T(java.lang.Runtime).getRuntime()}]]",
                "'; drop table conversation; --"
            })
    void showsHostileTextAsText(String hostile) {
        browser.write(hostile);

        assertThat(browser.page())
                .doesNotContain(hostile.contains("<") ? hostile : "<script>")
                .doesNotContain("<svg", "<img");
        assertThat(conversations.heard().getLast().text()).isEqualTo(hostile);
    }

    @Test
    void asksForAFewWordsWhenThereAreNone() {
        browser.write(" \t ");

        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.trouble()).isEqualTo("请先在框里写几个字，再点绿色按钮。");
    }

    @Test
    void keepsTextThatIsTooLong() {
        String story = "家里的事说来话长。".repeat(200);

        browser.write(story);

        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.trouble()).contains("1,800", "1,600", "再点绿色按钮");
        assertThat(browser.wordsInTheBox()).isEqualTo(story);
        assertThat(conversations.heard())
                .noneMatch(utterance -> utterance.text().equals(story));
    }

    @Test
    void hearsTheLongestText() {
        String story = "事".repeat(1_600);

        assertThat(browser.write(story).status()).isEqualTo(200);
        assertThat(conversations.heard().getLast().text()).isEqualTo(story);
    }

    @Test
    void refusesMoreThanSixtyFourKilobytesAndSaysHowToGoOn() {
        browser.write("长".repeat(30_000));

        assertThat(browser.status()).isEqualTo(413);
        assertThat(browser.trouble()).contains("分成几段");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=%C4%FA%BA%C3", "text=\u00c4\u00fa", "text=%zz", "text=%ED%A0%80"})
    void saysClearlyThatItCannotReadWhatIsNotUtf8(String body) {
        browser.postRaw(body);

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.trouble()).contains("再写一次", "12345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&&&", "=", "text", "text=&key=&turn=x&asked=NOTHING"})
    void takesAnEmptyFormForNothingSaid(String body) {
        assertThat(browser.postRaw(body).status()).isEqualTo(422);
    }

    @Test
    void keepsWordsNumbersAndTurnWhenTheServiceIsDown() {
        browser.press("0").write("我妈要人照顾");
        Map<String, String> form = browser.fields("", "柳河镇三组");
        conversations.goDown(true);

        browser.post(form);

        assertThat(browser.status()).isEqualTo(503);
        assertThat(browser.trouble()).contains("请等一分钟", "12345");
        assertThat(browser.wordsInTheBox()).isEqualTo("柳河镇三组");
        assertThat(browser.fields("", "柳河镇三组")).isEqualTo(form);
        assertThat(browser.page()).contains("您住在哪里", "href=\"tel:12345\"", "href=\"tel:110\"", "href=\"tel:120\"");
    }

    @Test
    void takesTheSameWordsOnceTheServiceIsBack() {
        conversations.goDown(true);
        browser.write("家里揭不开锅了");
        conversations.goDown(false);

        browser.write(browser.wordsInTheBox());

        assertThat(browser.status()).isEqualTo(200);
        assertThat(conversations.heard().getLast().text()).isEqualTo("家里揭不开锅了");
    }

    @Test
    void opensForANewVisitorWithTheServiceDown() {
        conversations.goDown(true);

        Form visitor = new Form(port).open("/");

        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.page()).contains("请用自己的话说", "href=\"tel:12345\"");
    }

    @Test
    void saysWhatToDoWhenTheTalkCannotBeFetched() {
        browser.write("家里没钱");
        conversations.goDown(true);

        browser.open("/");

        assertThat(browser.status()).isEqualTo(503);
        assertThat(browser.trouble()).contains("请等一分钟", "12345");
    }

    @Test
    void keepsAnAnswerThatDidNotFit() {
        browser.press("0").write("我妈要人照顾").write("火星");
        assertThat(browser.wordsInTheBox()).isEqualTo("火星");

        browser.press("柳河镇").write("下午");
        assertThat(browser.wordsInTheBox()).isEqualTo("下午");
    }

    @Test
    void sendsTheNumberInTheBoxWithTheButtonForTheTime() {
        browser.press("0").write("我妈要人照顾").press("柳河镇").write("找我女儿");

        browser.send("1", "13800138000");

        assertThat(conversations.heard().getLast().text()).isEqualTo("13800138000, 上午");
    }

    @Test
    void keepsWhatWasTypedBeforeAskingForAPerson() {
        browser.send("0", "我妈要人照顾");

        assertThat(conversations.heard().getLast().text()).isEqualTo("0");
        assertThat(browser.wordsInTheBox()).isEqualTo("我妈要人照顾");
    }

    @Test
    void doesNotTakeAnAnswerWithoutItsQuestionForAQuestion() {
        browser.press("0").write("我妈要人照顾");

        browser.withoutCookie().write("柳河镇二组");

        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.trouble()).contains("从您的难处说起", "12345");
        assertThat(browser.wordsInTheBox()).isEqualTo("柳河镇二组");
        assertThat(conversations.heard())
                .noneMatch(utterance -> utterance.text().equals("柳河镇二组"));
    }
}
