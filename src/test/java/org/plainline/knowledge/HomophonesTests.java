package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainline.AnswersOn;
import org.plainline.resident.Language;

class HomophonesTests {
    /** What the service says: pairs of characters are telling only in a lot of text. */
    private static final List<Article> ARTICLES = AnswersOn.shared(LocalDate.of(2026, 11, 23))
            .knowledge()
            .articles(Language.ZH)
            .toList();

    /** Whose samples hold slips. */
    private static final Shelf SHELF = Shelf.empty(Language.ZH).with(ARTICLES);

    private static String heard(String said) {
        return SHELF.plain(said, _ -> false);
    }

    @ParameterizedTest
    @CsvSource({"失夜金怎么领, 失业金怎么领", "身份正掉了, 身份证掉了", "算不算公伤, 算不算工伤", "交的材聊没下文, 交的材料没下文", "我要身请, 我要申请"})
    void takesWhatOnlySoundsRightForWhatTheArticlesWrite(String said, String meant) {
        assertThat(heard(said)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"今天股票涨了吗", "我妈瘫了家里没钱怎么办", "他昨天锯了一条腿", "my 身份证", "😭😭", "''"})
    void leavesAloneWhatTheArticlesDoNotKnowAndWhatIsRight(String said) {
        assertThat(heard(said)).isEqualTo(said);
    }

    @Test
    void learnsTheWordsOfAnArticleThatComesLater() {
        assertThat(heard("蜜风养殖")).isEqualTo("蜜风养殖");

        Homophones homophones = new Homophones(ARTICLES.stream()
                .flatMap(article -> Passage.of(article).stream())
                .toList());
        Homophones more = homophones.with(List.of(new Passage("bees", Passage.Kind.SECTION, "蜜蜂养殖补贴".repeat(50))));

        assertThat(more.correct("蜜风养殖", _ -> false)).isEqualTo("蜜蜂养殖");
    }
}
