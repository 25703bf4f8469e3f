package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainline.resident.Language;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.FileSystemUtils;

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
        KnowledgeBase knowledge = firstLook();

        assertFindsEach(knowledge);
        assertThat(knowledge.article("coal-77", Language.EN)).isPresent();
        assertThat(knowledge.article("no-such-thing", Language.EN)).isEmpty();
        assertThat(health(knowledge).getStatus()).isEqualTo(Status.UP);
        assertThat(health(knowledge).getDetails()).containsEntry("loaded", "being read");

        knowledge.look();

        assertThat(knowledge.isWhole()).isTrue();
        assertFindsEach(knowledge);
        assertThat(health(knowledge).getDetails())
                .containsEntry("loaded", NOVEMBER.instant())
                .containsEntry("articles", Map.of("en", VILLAGES + 3, "zh", VILLAGES + 3));
    }

    private KnowledgeBase firstLook() {
        var knowledge = new KnowledgeBase(folder, NOVEMBER);
        assertThat(knowledge.isWhole()).isFalse();
        return knowledge;
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
        assertThat(first(knowledge, "煤", Language.ZH)).contains("coal");
        assertThat(first(knowledge, "coal ".repeat(300) + village(99, Language.EN), Language.EN))
                .isEqualTo("coal-99");
        assertThat(knowledge.find("?!", Language.EN, 5)).isEmpty();
    }

    @Test
    void keepsEveryRuleFromTheFirstQuestionOn() throws IOException {
        sample.change("coal-77", Language.ZH, "need: cash", "need: coal");
        KnowledgeBase knowledge = firstLook();
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
        assertThat(knowledge.findings())
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .contains("coal-77/zh.md");
    }

    @Test
    void knowsWhatStandsBesideTheArticles() throws IOException {
        sample.change("coal-77", Language.EN, "Each place sets the sum.", "It is {{coal-weight|set locally}}.");
        Files.writeString(folder.resolve(LocalValues.FILE), "everywhere: {coal-weight: one ton}\n");
        Files.writeString(
                folder.resolve(Outside.file(Language.EN)),
                IntStream.rangeClosed(1, 50)
                        .mapToObj(line -> "bus-%1$d: [bus %1$d, when does bus %1$d leave, last bus number %1$d]%n"
                                .formatted(line))
                        .collect(Collectors.joining()));

        KnowledgeBase knowledge = firstLook();

        assertThat(knowledge.isOutside("When does bus 7 leave?", Language.EN)).isTrue();
        assertThat(knowledge.isOutside("no coal", Language.EN)).isFalse();
        Article article = knowledge.article("coal-77", Language.EN).orElseThrow();
        assertThat(knowledge.inPlace(article, null).toString()).contains("It is one ton.");
    }

    @Test
    void takesWhatHasChangedMeanwhileLikeAnyOtherChange() throws IOException {
        KnowledgeBase knowledge = firstLook();
        sample.change("coal-77", Language.EN, "fuel]", "fuel, peat bricks]");
        sample.change("coal-99", Language.EN, "need: cash", "need: coal");

        knowledge.look();
        assertThat(knowledge.findings()).isEmpty();
        knowledge.look();
        knowledge.look();

        assertThat(first(knowledge, "peat bricks", Language.EN)).isEqualTo("coal-77");
        assertThat(knowledge.article("coal-99", Language.EN))
                .as("last good version")
                .isPresent();
        assertThat(knowledge.findings()).hasSize(1);
    }

    @Test
    void goesOnAnsweringWhenTheFolderIsGoneBeforeAllIsRead() throws IOException {
        KnowledgeBase knowledge = firstLook();
        FileSystemUtils.deleteRecursively(folder);

        knowledge.look();
        knowledge.look();
        knowledge.look();

        assertFindsEach(knowledge);
        assertThat(health(knowledge).getStatus()).isNotEqualTo(Status.UP);
    }

    @Test
    void isReadWholeOnceTheServiceIsUp() {
        KnowledgeBase knowledge = firstLook();
        var watch = new KnowledgeWatch(knowledge);
        watch.start();
        try {
            await().atMost(Duration.ofMinutes(2)).until(knowledge::isWhole);
        } finally {
            watch.stop();
        }
        knowledge.awaitMeaning();
    }

    @Test
    void saysSoWhenItCannotBeReadWhole() {
        var knowledge = new KnowledgeBase(folder, () -> {
            throw new IllegalStateException("no clock");
        });

        assertThatIllegalStateException().isThrownBy(knowledge::look);
        assertThat(knowledge.look()).as("tried once").isFalse();

        assertFindsEach(knowledge);
        assertThat(health(knowledge).getStatus()).isNotEqualTo(Status.UP);
        assertThat(health(knowledge).getDetails().get("findings")).asString().contains("could not be read whole");
        assertThatIllegalStateException().isThrownBy(knowledge::awaitMeaning);
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
