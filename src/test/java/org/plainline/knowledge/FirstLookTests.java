package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainline.resident.Language;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Whoever asks before a thousand articles have been read is answered from those nearest to the question. */
class FirstLookTests {
    private static final InstantSource NOVEMBER = InstantSource.fixed(Instant.parse("2026-11-23T08:00:00Z"));
    private static final String NAMES = "东南西北山水湖海林木石田沙云雨风雪日月星春夏秋冬红";
    private static final int VILLAGES = 500;

    @TempDir
    private Path folder;

    private SampleFolder sample;

    @BeforeEach
    void manyVillages() throws IOException {
        sample = SampleFolder.copiedTo(folder);
        for (int number = 0; number < VILLAGES; number++) {
            for (Language language : Language.values()) {
                String text = sample.text("winter-coal", language);
                sample.write("coal-" + number, language, ofVillage(text, village(number, language)));
            }
        }
    }

    private static String village(int number, Language language) {
        int base = NAMES.length();
        return language == Language.ZH
                ? "" + NAMES.charAt(number / base) + NAMES.charAt(number % base) + "村"
                : "the village of " + Integer.toString(10_000 + number, 36);
    }

    private static String ofVillage(String article, String village) {
        return article.replaceFirst("\ntitle: (.*)\n", "\ntitle: $1 " + village + "\n")
                .replaceFirst("(?s)\nquestions:\n  - (.*?)\n", "\nquestions:\n  - $1 " + village + "\n");
    }

    @Test
    void answersFromThoseNearestToTheQuestionAndThenFromAll() {
        var knowledge = new KnowledgeBase(folder, NOVEMBER);

        assertThat(knowledge.isWhole()).isFalse();
        assertFindsEach(knowledge);
        assertThat(knowledge.article("coal-77", Language.EN)).isPresent();
        assertThat(knowledge.article("no-such-thing", Language.EN)).isEmpty();
        assertThat(health(knowledge).getDetails()).containsOnlyKeys("files being read");

        knowledge.look();

        assertThat(knowledge.isWhole()).isTrue();
        assertFindsEach(knowledge);
        assertThat(health(knowledge).getDetails()).containsKeys("articles", "loaded");
    }

    private static void assertFindsEach(KnowledgeBase knowledge) {
        for (int number = 0; number < VILLAGES; number += 99) {
            assertThat(first(knowledge, village(number, Language.ZH) + "的煤票去哪里领", Language.ZH))
                    .isEqualTo("coal-" + number);
            assertThat(first(knowledge, "no coal in " + village(number, Language.EN), Language.EN))
                    .isEqualTo("coal-" + number);
        }
        assertThat(first(knowledge, "我妈耳背，助听器能不能补贴", Language.ZH)).isEqualTo("hearing-aid");
        assertThat(first(knowledge, "煤飘还法不法 东东村", Language.ZH)).as("homophones").isEqualTo("coal-0");
        assertThat(first(knowledge, "can my kid get scool meals", Language.EN))
                .as("a letter missing")
                .isEqualTo("school-meals");
    }

    @Test
    void keepsEveryRuleFromTheFirstQuestionOn() throws IOException {
        sample.change("coal-77", Language.ZH, "need: cash", "need: coal");
        var knowledge = new KnowledgeBase(folder, NOVEMBER);
        String question = village(77, Language.ZH) + "的煤票去哪里领";

        assertThat(knowledge.article("coal-77", Language.ZH)).isEmpty();
        assertThat(first(knowledge, question, Language.ZH)).isNotEqualTo("coal-77");
        assertThat(knowledge.articles(Language.ZH))
                .extracting(Article::topic)
                .hasSize(VILLAGES + 2)
                .doesNotContain("coal-77");

        knowledge.look();

        assertThat(first(knowledge, question, Language.ZH)).isNotEqualTo("coal-77");
        assertThat(health(knowledge).getStatus()).isNotEqualTo(Status.UP);
        assertThat(knowledge.holdings().findings())
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .contains("coal-77/zh.md");
    }

    @Test
    void takesWhatHasChangedMeanwhile() throws IOException {
        var knowledge = new KnowledgeBase(folder, NOVEMBER);
        sample.change("coal-77", Language.EN, "fuel]", "fuel, peat bricks]");

        knowledge.look();

        assertThat(first(knowledge, "peat bricks", Language.EN)).isEqualTo("coal-77");
    }

    @Test
    void refusesToStartWhenNoneOfManyIsGood() throws IOException {
        for (String topic : topics()) {
            for (Language language : Language.values()) {
                sample.write(topic, language, "Coal for everybody!");
            }
        }

        assertThatExceptionOfType(NoKnowledge.class)
                .isThrownBy(() -> new KnowledgeBase(folder, NOVEMBER))
                .withMessageContaining("holds no good article");
    }

    private List<String> topics() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .map(topic -> topic.getFileName().toString())
                    .toList();
        }
    }

    private static String first(KnowledgeBase knowledge, String question, Language language) {
        return knowledge.find(question, language, 5).getFirst().article().topic();
    }

    private static Health health(KnowledgeBase knowledge) {
        return new KnowledgeHealthIndicator(knowledge).health();
    }
}
