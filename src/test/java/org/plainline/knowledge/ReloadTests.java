package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.plainline.resident.Language;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An edit is live soon, whole, and only when it is sound. */
class ReloadTests {
    private static final InstantSource NOVEMBER = InstantSource.fixed(Instant.parse("2026-11-23T08:00:00Z"));

    @TempDir
    private Path folder;

    private SampleFolder sample;
    private KnowledgeBase knowledge;

    @BeforeEach
    void open() throws IOException {
        sample = SampleFolder.copiedTo(folder);
        knowledge = new KnowledgeBase(folder, NOVEMBER);
    }

    @Test
    void findsAChangedFileWithinTwoSeconds() throws IOException {
        var watch = new KnowledgeWatch(knowledge);
        watch.start();
        try {
            sample.change("winter-coal", Language.EN, "fuel]", "fuel, peat bricks]");

            await().atMost(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> found("peat bricks"));
        } finally {
            watch.stop();
        }
    }

    @Test
    void takesAChangeOnlyWhenTwoLooksAgree() throws IOException {
        sample.change("winter-coal", Language.EN, "fuel]", "fuel, peat bricks]");

        knowledge.look();
        assertThat(found("peat bricks")).isFalse();
        knowledge.look();
        assertThat(found("peat bricks")).isTrue();
    }

    @Test
    void neverShowsAFileThatIsBeingWritten() throws IOException {
        String whole = sample.text("winter-coal", Language.EN).replace("fuel]", "fuel, peat bricks]");
        for (int written = 0; written < whole.length(); written += 97) {
            sample.write("winter-coal", Language.EN, whole.substring(0, written));
            knowledge.look();
            assertThat(knowledge.findings()).isEmpty();
            assertThat(knowledge.articles(Language.EN)).hasSize(3);
        }
        sample.write("winter-coal", Language.EN, whole);
        lookTwice();

        assertThat(found("peat bricks")).isTrue();
    }

    @Test
    void keepsTheOldVersionOfABrokenFileAndSaysSo() throws IOException {
        sample.change("winter-coal", Language.EN, "review-every: 180", "review-every: soon");
        sample.change("winter-coal", Language.EN, "fuel]", "fuel, peat bricks]");
        sample.change("hearing-aid", Language.EN, "bad ears]", "bad ears, ear trumpet]");
        lookTwice();

        assertThat(knowledge.article("winter-coal", Language.EN)).isPresent();
        assertThat(found("peat bricks")).isFalse();
        assertThat(found("ear trumpet")).isTrue();
        Health health = new KnowledgeHealthIndicator(knowledge).health();
        assertThat(health.getStatus()).isEqualTo(new Status("OUTDATED"));
        assertThat(health.getDetails().get("findings"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .containsExactly(sample.file("winter-coal", Language.EN)
                        + ":30: review-every: must be a number of days, 1 to 9999");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void keepsTheOldVersionWhenTheNewWordsBreakARuleAndLogsTheLine(CapturedOutput log) throws IOException {
        sample.change("winter-coal", Language.EN, "Each place sets the sum.", "You are entitled to 1,000 yuan.");
        lookTwice();

        assertThat(knowledge.article("winter-coal", Language.EN))
                .hasValueSatisfying(article -> assertThat(
                                article.section(Section.Kind.HOW_MUCH).markdown())
                        .isEqualTo("Each place sets the sum."));
        assertThat(log).contains("Not published: " + sample.file("winter-coal", Language.EN) + ":58: determination: ");
    }

    @Test
    void keepsTheOldVersionWhenAQuestionFindsAnotherArticleAndSaysSo() throws IOException {
        sample.change("hearing-aid", Language.EN, "questions:\n", "questions:\n  - coal ticket coal heating money\n");
        sample.change("hearing-aid", Language.EN, "bad ears]", "bad ears, ear trumpet]");
        sample.change("winter-coal", Language.EN, "fuel]", "fuel, peat bricks]");
        lookTwice();

        assertThat(found("ear trumpet")).isFalse();
        assertThat(found("peat bricks")).isTrue();
        assertThat(new KnowledgeHealthIndicator(knowledge).health().getDetails().get("findings"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .containsExactly(sample.file("hearing-aid", Language.EN)
                        + ":5: ranking: 'coal ticket coal heating money' finds winter-coal first");

        sample.change("hearing-aid", Language.EN, "  - coal ticket coal heating money\n", "");
        lookTwice();
        assertThat(found("ear trumpet")).isTrue();
        assertThat(knowledge.findings()).isEmpty();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void keepsTheOldVersionWhenAnotherArticleAnswersTheSameQuestion(CapturedOutput log) throws IOException {
        sample.change("hearing-aid", Language.EN, "questions:\n", "questions:\n  - No coal left!\n");
        lookTwice();

        assertThat(knowledge.article("hearing-aid", Language.EN))
                .hasValueSatisfying(article -> assertThat(article.questions()).doesNotContain("No coal left!"));
        assertThat(log)
                .contains("Not published: " + sample.file("hearing-aid", Language.EN)
                        + ":5: same-question: 'No coal left!' is also asked in "
                        + sample.file("winter-coal", Language.EN));
    }

    @Test
    void waitsForTheOtherLanguageWhenAStepIsAdded() throws IOException {
        sample.change("winter-coal", Language.ZH, "2. 填一张纸。", "2. 填一张纸。\n3. 等通知。");
        lookTwice();
        assertThat(knowledge.findings()).extracting(Finding::rule).containsExactly("steps");
        assertThat(steps(Language.ZH)).doesNotContain("等通知");

        String second = sample.text("winter-coal", Language.EN)
                .lines()
                .filter(line -> line.startsWith("2. "))
                .findFirst()
                .orElseThrow();
        sample.change("winter-coal", Language.EN, second, second + "\n3. Wait for the notice.");
        lookTwice();
        assertThat(knowledge.findings()).isEmpty();
        assertThat(steps(Language.ZH)).contains("等通知");
        assertThat(steps(Language.EN)).contains("Wait for the notice");
    }

    private String steps(Language language) {
        return knowledge
                .article("winter-coal", language)
                .orElseThrow()
                .section(Section.Kind.HOW)
                .markdown();
    }

    @Test
    void keepsTheOldVersionWhenTheNewTextMessageTakesThreeParts() throws IOException {
        var whole = new KnowledgeBase(
                folder, NOVEMBER, new Comprehension(folder), article -> article.shortAnswer() + "据".repeat(90));
        whole.afterSingletonsInstantiated();
        sample.change("winter-coal", Language.ZH, "请去村委会问，带身份证。\nspoken", "请去村委会问，带身份证。可以请家里人替您去问。\nspoken");
        whole.look();
        whole.look();

        assertThat(whole.article("winter-coal", Language.ZH))
                .hasValueSatisfying(article -> assertThat(article.shortAnswer()).doesNotContain("家里人"));
        assertThat(whole.findings())
                .extracting(Finding::message)
                .containsExactly("with source and way on it takes 3 SMS, at most 2");
    }

    @Test
    void letsAQuestionMoveFromOneArticleToAnother() throws IOException {
        sample.change("winter-coal", Language.EN, "  - no coal left\n", "  - the stove stays cold\n");
        sample.change("hearing-aid", Language.EN, "questions:\n", "questions:\n  - no coal left\n");
        lookTwice();

        assertThat(knowledge.findings()).extracting(Finding::rule).doesNotContain("same-question");
    }

    @Test
    void takesNewLocalValuesAndKeepsTheOldOnesWhenTheFileIsBroken() throws IOException {
        sample.change("winter-coal", Language.EN, "Each place sets the sum.", "It is {{coal-weight|set locally}}.");
        Files.writeString(folder.resolve("local.yaml"), "everywhere: {coal-weight: one ton}\n");
        lookTwice();
        assertThat(howMuch()).isEqualTo("It is one ton.");

        Files.writeString(folder.resolve("local.yaml"), "everywhere: {coal-weight:}\n");
        lookTwice();
        assertThat(howMuch()).isEqualTo("It is one ton.");
        assertThat(knowledge.findings())
                .extracting(Finding::toString)
                .containsExactly(folder.resolve("local.yaml")
                        + ":1: local: 'coal-weight' needs a text, or one under zh and one under en");

        Files.write(folder.resolve("local.yaml"), "everywhere: {coal-weight: 一吨}\n".getBytes(Charset.forName("GBK")));
        lookTwice();
        assertThat(howMuch()).isEqualTo("It is one ton.");
        assertThat(knowledge.findings())
                .extracting(Finding::toString)
                .containsExactly(folder.resolve("local.yaml") + ":1: encoding: is not UTF-8");

        Files.writeString(folder.resolve("local.yaml"), "\uFEFFeverywhere:\r\n  coal-weight: two tons\r\n");
        lookTwice();
        assertThat(howMuch()).isEqualTo("It is two tons.");
    }

    private String howMuch() {
        return knowledge
                .inPlace(knowledge.article("winter-coal", Language.EN).orElseThrow(), null)
                .section(Section.Kind.HOW_MUCH)
                .markdown();
    }

    @Test
    void isWellAgainOnceTheFileIsMended() throws IOException {
        sample.change("winter-coal", Language.EN, "review-every: 180", "review-every: soon");
        lookTwice();
        sample.change("winter-coal", Language.EN, "review-every: soon", "review-every: 90");
        lookTwice();

        assertThat(knowledge.article("winter-coal", Language.EN))
                .hasValueSatisfying(article -> assertThat(article.reviewEvery()).isEqualTo(90));
        assertThat(new KnowledgeHealthIndicator(knowledge).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void seesAnEditorThatRenamesAndKeepsTheOldTime() throws IOException {
        Path file = sample.file("winter-coal", Language.EN);
        var time = Files.getLastModifiedTime(file);
        Path draft = folder.resolve("winter-coal/.en.md.swp");
        Files.writeString(draft, sample.text("winter-coal", Language.EN).replace("fuel]", "peat]"));
        Files.setLastModifiedTime(draft, time);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        lookTwice();

        assertThat(found("peat")).isTrue();
    }

    /** By then it is no longer read at every look. */
    @Test
    void seesAChangeOfAnOldFileThatHidesItsTimeAndKeepsItsLength() throws Exception {
        Path file = sample.file("winter-coal", Language.EN);
        var time = Files.getLastModifiedTime(file);
        Thread.sleep(Duration.ofMillis(2100));
        lookTwice();
        Files.writeString(file, sample.text("winter-coal", Language.EN).replace("fuel]", "peat]"));
        Files.setLastModifiedTime(file, time);
        lookTwice();

        assertThat(found("peat")).isTrue();
    }

    @Test
    void takesANewTopicAndLetsARemovedOneGo() throws IOException {
        sample.write(
                "peat-bricks",
                Language.EN,
                sample.text("winter-coal", Language.EN).replace("fuel]", "peat]"));
        Files.delete(sample.file("winter-coal", Language.EN));
        lookTwice();

        assertThat(knowledge.articles(Language.EN))
                .extracting(Article::topic)
                .containsExactly("hearing-aid", "peat-bricks", "school-meals");
        assertThat(knowledge.find("peat", Language.EN, 1))
                .extracting(match -> match.article().topic())
                .containsExactly("peat-bricks");
    }

    @Test
    void keepsAnsweringWhenTheWholeFolderGoesAway() throws IOException {
        Path elsewhere = folder.resolveSibling(folder.getFileName() + "-unmounted");
        Files.move(folder, elsewhere);
        lookTwice();

        assertThat(found("coal")).isTrue();
        assertThat(knowledge.findings()).extracting(Finding::rule).containsExactly("folder");

        Files.move(elsewhere, folder);
        lookTwice();
        assertThat(knowledge.findings()).isEmpty();
    }

    @Test
    void keepsTheIndexOfTheLanguageThatDidNotChange() throws IOException {
        Shelf chinese = knowledge.holdings().shelf("", Language.ZH);
        Shelf english = knowledge.holdings().shelf("", Language.EN);
        sample.change("winter-coal", Language.EN, "fuel]", "peat]");
        lookTwice();

        assertThat(knowledge.holdings().shelf("", Language.ZH)).isSameAs(chinese);
        assertThat(knowledge.holdings().shelf("", Language.EN)).isNotSameAs(english);
    }

    @Test
    void leavesOutABadArticleAtTheFirstStart() throws IOException {
        sample.change("winter-coal", Language.EN, "need: cash", "need: coal");

        var started = new KnowledgeBase(folder, NOVEMBER);

        assertThat(started.article("winter-coal", Language.EN)).isEmpty();
        assertThat(started.article("winter-coal", Language.ZH)).isPresent();
        assertThat(started.findings()).hasSize(1);
    }

    @Test
    void refusesToStartWithoutAFolderOrWithoutAnyGoodArticle(@TempDir Path empty) {
        assertThatExceptionOfType(NoKnowledge.class)
                .isThrownBy(() -> new KnowledgeBase(empty.resolve("nowhere"), NOVEMBER))
                .withMessageContaining("nowhere cannot be read");
        assertThatExceptionOfType(NoKnowledge.class)
                .isThrownBy(() -> new KnowledgeBase(empty, NOVEMBER))
                .withMessageContaining("holds no good article");
    }

    @Test
    void namesTheFindingsWhenItRefusesToStart(@TempDir Path other) throws IOException {
        var broken = new SampleFolder(other);
        broken.write("winter-coal", Language.EN, "Coal for everybody!");

        assertThatExceptionOfType(NoKnowledge.class)
                .isThrownBy(() -> new KnowledgeBase(other, NOVEMBER))
                .withMessageContaining("winter-coal/en.md:1: front-matter:");
    }

    @Test
    void doesNotReadAFileThatIsFarTooLarge() throws IOException {
        sample.write("winter-coal", Language.EN, "x".repeat(FolderContents.MOST_BYTES + 1));
        lookTwice();

        assertThat(knowledge.findings()).extracting(Finding::message).containsExactly("is larger than 256 KiB");
        assertThat(found("coal")).isTrue();
    }

    private void lookTwice() {
        knowledge.look();
        knowledge.look();
    }

    /** Whether an article has these very words, or one that shares them all. */
    private boolean found(String words) {
        return knowledge.find(words, Language.EN, 1).stream().anyMatch(match -> match.coverage() > 0.99);
    }
}
