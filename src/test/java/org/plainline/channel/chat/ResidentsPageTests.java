package org.plainline.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainline.conversation.Utterance;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServesResidentsPage
class ResidentsPageTests {
    @LocalServerPort
    int port;

    @Autowired
    ScriptedConversations conversations;

    Form browser;

    @BeforeEach
    void openThePage() {
        browser = new Form(port).open("/");
    }

    @Test
    void asksOneQuestionOfANewVisitor() {
        assertThat(browser.page())
                .contains("<title>明白线</title>", "请用自己的话说", "问一问", "找人帮忙", "离开")
                .containsOnlyOnce("<h1")
                .containsOnlyOnce("<textarea");
    }

    @Test
    void showsTheAnswerThenWhatToBringThenTheRestThenItsSource() {
        browser.write("我妈瘫了，家里没钱怎么办");

        assertThat(browser.page())
                .containsSubsequence(
                        "家里每人每月的钱低于当地低保线",
                        "带什么</h2>",
                        "<li>户口本</li>",
                        "<summary>这是什么</summary>",
                        "<summary>没有智能手机</summary>",
                        "href=\"https://www.npc.gov.cn/\"",
                        "中华人民共和国社会救助法",
                        "2026年11月23日核对过。",
                        "<textarea",
                        "role=\"log\"",
                        "我妈瘫了，家里没钱怎么办");
    }

    @ParameterizedTest
    @CsvSource({
        "你好, GREETING, 您好",
        "家里没钱, ANSWER, 回答",
        "低保, CHOICE, 请选一个",
        "月亮上有几个人, NO_ANSWER, 我们的回复",
        "0, ASK_NEED, 请告诉我们",
        "我不想活了, CRISIS, 请马上打电话",
        "我老公打我, ANSWER, 请马上打电话",
        "退订, SILENT, 收到",
        "算了, OTHER, 我们的回复"
    })
    void hasAHeadingForEveryKindOfReply(String said, String kind, String heading) {
        browser.write(said);

        assertThat(browser.find("name=\"asked\" value=\"([^\"]*)\"")).isEqualTo(kind);
        assertThat(browser.find("id=\"answer-title\"[^>]*>([^<]*)<")).isEqualTo(heading);
    }

    @Test
    void takesARequestForHelpToItsReference() {
        browser.press("0").write("我妈要人照顾").press("柳河镇");
        assertThat(browser.page()).contains("您的电话，和方便接电话的时间");

        browser.write("13800138000，明天上午");

        assertThat(browser.page()).contains("已经收下", "<b>482 913</b>");
    }

    @Test
    void putsTheNumberFirstInACrisis() {
        browser.write("我不想活了");

        assertThat(browser.page())
                .containsSubsequence(
                        "class=\"answer crisis\"",
                        "<a href=\"tel:12356\"><b>12356</b> <span>心理援助热线（每天至少18小时）</span></a>",
                        "<a href=\"tel:120\"><b>120</b> <span>急救（全天）</span></a>",
                        "您的命要紧。");
    }

    @Test
    void saysThatItHeardWhenThereIsNothingToSay() {
        assertThat(browser.write("退订").page()).contains("我们收到了您的话。");
    }

    @Test
    void showsWhatACaseworkerWroteOnTopAndInTheLog() {
        browser.write("家里没钱");
        conversations.caseworkerWrites("您好，我是柳河镇的小王。");

        browser.open("/");

        assertThat(browser.page())
                .containsSubsequence("工作人员写给您", "我是柳河镇的小王。", "id=\"answer\"", "role=\"log\"", "我是柳河镇的小王。")
                .doesNotContain("wang.fang");
    }

    @Test
    void showsThePersonButtonInTheLogAsItReads() {
        browser.press("0");

        assertThat(browser.page()).contains("<b>您</b> <bdi>找人帮忙</bdi>");
    }

    @Test
    void handsOverWordsWithTheTalkAndTheTurn() {
        browser.write("  村里的路\u0000灯\u001b坏了\u0085 ");

        Utterance heard = conversations.heard().getLast();
        assertThat(heard.text()).isEqualTo("村里的路灯坏了");
        assertThat(heard.channel()).isEqualTo(Channel.CHAT);
        assertThat(heard.caller()).isNull();
        assertThat(heard.party()).isEqualTo(browser.cookie().substring("talk=".length(), "talk=".length() + 22));
    }

    @Test
    void leavesTheLanguageToTheWordsAndKeepsItWithKeys() {
        browser.inLanguages("en-GB").press("0");
        assertThat(conversations.heard().getLast().language()).isEqualTo(Language.EN);

        browser.write("低保怎么申请");
        assertThat(conversations.heard().getLast().language()).isNull();

        browser.press("0");
        assertThat(conversations.heard().getLast().language()).isEqualTo(Language.ZH);
    }

    @Test
    void speaksTheLanguageOfTheBrowserOrTheOneChosen() {
        assertThat(browser.inLanguages("en-US,en;q=0.8").open("/").page()).contains("<html lang=\"en\">", "Say it in");
        assertThat(browser.inLanguages("fr-FR").open("/").page()).contains("<html lang=\"en\">");
        assertThat(browser.inLanguages("fr-FR, zh-TW;q=0.5").open("/").page()).contains("<html lang=\"zh-Hans\">");
        assertThat(browser.inLanguages(";;").open("/").page()).contains("<html lang=\"zh-Hans\">");
        assertThat(browser.open("/?lang=en").page()).contains("<html lang=\"en\">", "action=\"/?lang=en\"");
        assertThat(browser.open("/?lang=xx").status()).isEqualTo(200);
    }

    @Test
    void keepsTheChosenLanguageAndSaysSoWhenTheAnswerIsInTheOther() {
        browser.write("家里没钱").open("/?lang=en");

        assertThat(browser.page())
                .contains("<html lang=\"en\">", "<section class=\"answer\" id=\"answer\" lang=\"zh-Hans\"")
                .contains("The answer above is in Chinese.");
        assertThat(browser.write("my mother cannot walk").page()).contains("Last checked on November 23, 2026.");
    }

    @Test
    void hearsAFormThatIsSentTwiceOnce() {
        Map<String, String> form = browser.fields("", "我家房子塌了");
        browser.post(form);

        browser.post(form);

        assertThat(timesHeard("我家房子塌了")).isEqualTo(1);
        assertThat(browser.page()).contains("家里每人每月的钱低于当地低保线");
    }

    @Test
    void hearsOtherWordsFromAPageThatWasSentBefore() {
        Map<String, String> form = browser.fields("", "井里的水臭了");
        browser.post(form);
        form.put("text", "井里的水又臭了");

        browser.post(form);

        assertThat(timesHeard("井里的水又臭了")).isEqualTo(1);
    }

    @Test
    void answersAtOnceABrowserThatKeepsNoCookies() {
        browser.withoutCookie().write("家里没钱");

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.headers().getFirst("Location")).isNull();
        assertThat(browser.page()).contains("家里每人每月的钱低于当地低保线");
    }

    @Test
    void showsTheSameTalkAgainOnReload() {
        browser.write("家里没钱").open("/");

        assertThat(browser.page()).contains("家里每人每月的钱低于当地低保线");
    }

    private long timesHeard(String text) {
        return conversations.heard().stream()
                .filter(utterance -> utterance.text().equals(text))
                .count();
    }
}
