package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainline.resident.Language;

/** What residents say leads to the article they need. */
class FindingTests {
    private static final InstantSource NOVEMBER = InstantSource.fixed(Instant.parse("2026-11-23T08:00:00Z"));

    private static Knowledge knowledge;

    @BeforeAll
    static void openTheSample(@TempDir Path folder) throws Exception {
        SampleFolder.copiedTo(folder);
        knowledge = new KnowledgeBase(folder, NOVEMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "winter-coal, 俺娘七十多了，腊月里屋子冷得像冰窖，炉子空着，手头又没钱，这可咋整",
        "winter-coal, 莫得煤烧",
        "winter-coal, 烤火费",
        "winter-coal, 冬天取暖的煤票到哪儿领",
        "winter-coal, 隔壁老太太冻得发抖，我替她问问",
        "school-meals, 我孙女说中午在食堂老是吃不饱",
        "school-meals, 伙食费",
        "hearing-aid, 我爹耳朵背，喊他都听不见",
        "hearing-aid, 助听器坏了能换一个不"
    })
    void findsWhatAChineseStoryOrDialectWordIsAbout(String topic, String text) {
        assertThat(first(text, Language.ZH)).isEqualTo(topic);
    }

    @ParameterizedTest
    @CsvSource({
        "winter-coal, 'Mum is seventy, the stove is empty and the house is freezing. We have no money.'",
        "winter-coal, COAL TICKETS",
        "winter-coal, heeting mony pls",
        "school-meals, my granddaughter is always hungry after school lunch",
        "school-meals, who pays the canteen",
        "hearing-aid, 'grandpa''s ears are so bad, he doesn’t hear the phone'",
        "hearing-aid, his hearing aids broke"
    })
    void findsWhatAnEnglishStoryOrMisspeltWordIsAbout(String topic, String text) {
        assertThat(first(text, Language.EN)).isEqualTo(topic);
    }

    @Test
    void readsTraditionalCharactersAndFullWidthLetters() {
        assertThat(first("冬天沒煤燒，煤票還發不發", Language.ZH)).isEqualTo("winter-coal");
        assertThat(first("助聽器", Language.ZH)).isEqualTo("hearing-aid");
        assertThat(first("ＣＯＡＬ ｔｉｃｋｅｔ", Language.EN)).isEqualTo("winter-coal");
    }

    @Test
    void hearsThroughHomophones() {
        assertThat(first("住听器", Language.ZH)).isEqualTo("hearing-aid");
        assertThat(first("曲暖补住", Language.ZH)).isEqualTo("winter-coal");
    }

    @Test
    void saysWhichPassageMatchedAndHowMuchOfTheQuestionIsCovered() {
        Match match = knowledge.find("莫得煤烧", Language.ZH, 1).getFirst();

        assertThat(match.passage()).isEqualTo("莫得煤烧");
        assertThat(match.coverage()).isEqualTo(1);
        assertThat(match.score()).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"今天天气怎么样", "股票涨了吗", "火车票怎么改签"})
    void coversLittleOfChineseThatIsOffTheSubject(String text) {
        assertThat(coverage(text, Language.ZH)).isLessThan(0.35);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what is the weather", "cheap car insurance", "book me a flight to Paris"})
    void coversLittleOfEnglishThatIsOffTheSubject(String text) {
        assertThat(coverage(text, Language.EN)).isLessThan(0.35);
    }

    @Test
    void findsNothingForWordsThatNoArticleHas() {
        assertThat(knowledge.find("zzz qqq", Language.EN, 3)).isEmpty();
        assertThat(knowledge.find("", Language.ZH, 3)).isEmpty();
    }

    @Test
    void givesEachArticleOnceBestFirstAndNoMoreThanAskedFor() {
        List<Match> matches = knowledge.find("我要去问问，带什么", Language.ZH, 2);

        assertThat(matches).hasSize(2).doesNotHaveDuplicates();
        assertThat(matches.get(0).score()).isGreaterThanOrEqualTo(matches.get(1).score());
        assertThatIllegalArgumentException().isThrownBy(() -> knowledge.find("煤", Language.ZH, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> knowledge.find("煤", Language.ZH, 101));
    }

    @Test
    void looksUpAnArticleByTopicAndLanguage() {
        assertThat(knowledge.article("hearing-aid", Language.ZH)).isPresent();
        assertThat(knowledge.article("no-such-topic", Language.ZH)).isEmpty();
        assertThat(knowledge.articles(Language.EN))
                .extracting(Article::topic)
                .containsExactly("hearing-aid", "school-meals", "winter-coal");
    }

    private static String first(String text, Language language) {
        List<Match> matches = knowledge.find(text, language, 3);
        return matches.isEmpty() ? "nothing" : matches.getFirst().article().topic();
    }

    private static double coverage(String text, Language language) {
        return knowledge.find(text, language, 1).stream()
                .mapToDouble(Match::coverage)
                .sum();
    }
}
