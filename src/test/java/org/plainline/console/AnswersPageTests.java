package org.plainline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plainline.conversation.Conversations;
import org.plainline.conversation.Miss;
import org.plainline.conversation.Misses;
import org.plainline.conversation.Utterance;
import org.plainline.knowledge.Knowledge;
import org.plainline.resident.Channel;
import org.plainline.resident.PhoneNumber;
import org.plainline.staff.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** What an editor sees of the answers. */
class AnswersPageTests extends ConsoleTest {
    private static final String NUMBER = "+12025550177";

    @Autowired
    private Conversations conversations;

    @Autowired
    private Misses misses;

    @Autowired
    private Knowledge knowledge;

    @BeforeEach
    void understand() {
        knowledge.awaitMeaning();
    }

    @Test
    void showsWhatWouldBeSaidAndWhy() {
        String page = opened("低保怎么申请");

        assertThat(page)
                .contains("回0找真人", "直接回答", "minimum-living-allowance", "意思相近的话")
                .contains("value=\"低保怎么申请\"");
    }

    @Test
    void showsWhatItWouldBeOfAllThatNoArticleAnswers() {
        assertThat(opened("想给自己写份遗嘱，怎么写才算数")).contains("文章都不管的事里，它最像 make-a-will。");
    }

    @Test
    void saysThatAnEditorHasWrittenItDownThatNoArticleAnswersIt() {
        assertThat(opened("讲个笑话！")).contains("编辑原样写下了这句话").doesNotContain("直接回答");
    }

    @Test
    void showsWordsAsWordsWhateverTheyAre() {
        assertThat(opened("<b>\"' OR 1=1 --${7*7}")).doesNotContain("<b>\"").contains("&lt;b&gt;");
    }

    @Test
    void keepsWhatWasNotAnswered() {
        text("最近有啥好看的电视剧");
        text("低保怎么申请");
        text("答非所问");

        assertThat(misses.newest(2))
                .extracting(Miss::why, Miss::words)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Miss.Why.NOT_HELPED, "低保怎么申请"),
                        org.assertj.core.groups.Tuple.tuple(Miss.Why.NOT_COVERED, "最近有啥好看的电视剧"));
        assertThat(opened(null)).contains("最近有啥好看的电视剧", "没有文章", "说没帮到").doesNotContain(NUMBER);
    }

    @Test
    void showsWhatIsSaidToSomebodyWhoHasJustHeardOfAnArticle() {
        String page = opened("那多久能办下来", "minimum-living-allowance");

        assertThat(page).contains("最低生活保障，要多久", "“要多久”这一段");
        assertThat(opened("那多久能办下来")).doesNotContain("还在说前面那一篇");
    }

    private void text(String said) {
        conversations.hear(
                new Utterance("SM" + UUID.randomUUID(), Channel.SMS, NUMBER, PhoneNumber.of(NUMBER), said, null));
    }

    private String opened(@org.jspecify.annotations.Nullable String text) {
        return opened(text, "");
    }

    private String opened(@org.jspecify.annotations.Nullable String text, String after) {
        String query = text == null
                ? ""
                : "&channel=sms&after=" + after + "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        var page = visitor(colleagues.somebody(Role.EDITOR, Colleagues.LIUHE)).get("/console/answers?lang=zh" + query);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }
}
