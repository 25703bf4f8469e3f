package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainline.resident.Language;

/** Articles are found by what they mean, too, and the service never waits for it. */
class MeaningTests {
    private static final InstantSource NOVEMBER = InstantSource.fixed(Instant.parse("2026-11-23T08:00:00Z"));

    @TempDir
    private Path folder;

    /** All tests': what one has worked out the next one finds. */
    @TempDir
    private static Path vectors;

    private SampleFolder sample;
    private Comprehension comprehension;
    private KnowledgeBase knowledge;

    @BeforeEach
    void open() throws IOException {
        sample = SampleFolder.copiedTo(folder);
        comprehension = new Comprehension(vectors);
        knowledge = new KnowledgeBase(folder, NOVEMBER, comprehension, Article::shortAnswer);
    }

    @AfterEach
    void stop() {
        comprehension.stop();
    }

    private void reopen() {
        comprehension.stop();
        comprehension = new Comprehension(vectors);
        knowledge = new KnowledgeBase(folder, NOVEMBER, comprehension, Article::shortAnswer);
    }

    private void understand() {
        knowledge.begin();
        knowledge.awaitMeaning();
    }

    private Match first(String text, Language language) {
        return knowledge.find(text, language, 1).getFirst();
    }

    @Test
    void answersFromWordsUntilTheModelsAreLoaded() {
        assertThat(first("coal tickets", Language.EN).article().topic()).isEqualTo("winter-coal");
        assertThat(first("coal tickets", Language.EN).meant()).isFalse();

        understand();

        assertThat(first("coal tickets", Language.EN).article().topic()).isEqualTo("winter-coal");
        assertThat(first("coal tickets", Language.EN).meant()).isTrue();
    }

    @Test
    void findsWhatIsSaidInOtherWords() {
        understand();

        assertThat(first("grandfather has gone deaf", Language.EN).article().topic())
                .isEqualTo("hearing-aid");
        assertThat(first("爷爷失聪了", Language.ZH).article().topic()).isEqualTo("hearing-aid");
    }

    @Test
    void findsANewWordAtOnceAndItsMeaningSoonAfter() throws IOException {
        understand();
        sample.change("winter-coal", Language.EN, "fuel]", "fuel, peat bricks]");

        knowledge.look();
        knowledge.look();

        assertThat(first("peat bricks", Language.EN).article().topic()).isEqualTo("winter-coal");
        knowledge.awaitMeaning();
        assertThat(first("peat bricks", Language.EN).nearest()).isEqualTo("peat bricks");
    }

    @Test
    void keepsWhatItHasWorkedOutForTheNextStart() throws IOException {
        Files.deleteIfExists(vectors.resolve("bge-small-en-v1.5-q+e5-small-v2-q.vectors"));
        understand();
        double before = first("no fuel for the stove", Language.EN).meaning();
        Path file = vectors.resolve("bge-small-en-v1.5-q+e5-small-v2-q.vectors");
        byte[] kept = Files.readAllBytes(file);

        reopen();
        understand();

        assertThat(first("no fuel for the stove", Language.EN).meaning()).isCloseTo(before, within(0.001));
        assertThat(Files.readAllBytes(file)).isEqualTo(kept);
    }

    @Test
    void goesByWordsAsLongAsTheMeaningOfMuchIsMissing() throws IOException {
        understand();
        sample.change("winter-coal", Language.EN, "title: Coal for the winter", "title: Fuel for the cold months");
        reopen();

        comprehension.standBack(true);
        knowledge.begin();
        await().until(comprehension.of(Language.EN)::isLoaded);

        await().during(Duration.ofMillis(300))
                .until(() -> !first("coal tickets", Language.EN).meant());
        comprehension.standBack(false);
        knowledge.awaitMeaning();
        assertThat(first("coal tickets", Language.EN).meant()).isTrue();
    }

    /** The English network would put the same words elsewhere as a sentence of an article. */
    @Test
    void aSampleLiesWhereTheSameWordsDoWhenTheyAreAsked() {
        understand();
        String words = "cannot pay for heating this winter";

        Meanings english = comprehension.of(Language.EN);
        float[] asked = english.question(words).orElseThrow().unmoved();
        float[] sample = Objects.requireNonNull(english.of(new Passage("any", Passage.Kind.QUESTION, words)))
                .whole();

        assertThat(ByteVectors.of(List.of(sample)).cosines(asked)[0]).isCloseTo(1, within(0.01f));
    }

    @Test
    void noticesDangerThatIsOnlyHintedAt() {
        understand();

        assertThat(lead("he has drunk again and kicks the door, I hide in the bathroom with the kids", Language.EN))
                .isGreaterThan(1.5);
        assertThat(lead("他又喝多了，在外面踹门，我带着娃躲在厕所", Language.ZH)).isGreaterThan(1.5);
        assertThat(lead("when is the coal handed out", Language.EN)).isNegative();
        assertThat(lead("取暖补助什么时候发", Language.ZH)).isNegative();
    }

    private double lead(String text, Language language) {
        return knowledge.danger(text, language).orElseThrow().lead();
    }

    @Test
    void tellsWhatNoArticleAnswersFromWhatOneDoesAsSoonAsAnEditorHasWrittenItDown() throws IOException {
        understand();
        String asked = "the door of our stove fell off, who can repair it";
        assertThat(first(asked, Language.EN).rival()).isNull();

        String few = """
                stove-repair:
                  - who mends a stove
                  - our stove is broken, is there a repair man
                  - the door of the stove does not shut any more and nobody here repairs such things
                """;
        outside(few);
        assertThat(first(asked, Language.EN).rival())
                .as("one subject tells nothing")
                .isNull();
        assertThat(knowledge.findings())
                .extracting(Finding::message)
                .containsExactly("tells nothing: only 1 of the 50 subjects that it takes");

        outside(few
                + IntStream.rangeClosed(1, 50)
                        .mapToObj(line -> "bus-%1$d: [bus %1$d, when does bus %1$d leave, last bus number %1$d]%n"
                                .formatted(line))
                        .collect(Collectors.joining()));

        assertThat(first(asked, Language.EN).rival()).isNotNull().satisfies(rival -> {
            assertThat(rival.subject()).isEqualTo("stove-repair");
            assertThat(rival.lead()).isNegative();
        });
        assertThat(first("we have no coal for the winter", Language.EN).rival())
                .isNotNull()
                .satisfies(rival -> assertThat(rival.lead()).isPositive());

        outside("stove-repair: soon");

        assertThat(first(asked, Language.EN).rival()).as("the last good list").isNotNull();
        assertThat(knowledge.findings())
                .extracting(Finding::message)
                .containsExactly("'stove-repair' needs 3 questions or more");

        Files.delete(folder.resolve(Outside.file(Language.EN)));
        lookAndUnderstand();

        assertThat(first(asked, Language.EN).rival()).isNull();
        assertThat(knowledge.findings()).isEmpty();
    }

    private void outside(String yaml) throws IOException {
        Files.writeString(folder.resolve(Outside.file(Language.EN)), yaml);
        lookAndUnderstand();
    }

    private void lookAndUnderstand() {
        knowledge.look();
        knowledge.look();
        knowledge.awaitMeaning();
    }

    @Test
    void worksOutAgainWhatIsDamaged() throws IOException {
        Path file = vectors.resolve("bge-small-en-v1.5-q+e5-small-v2-q.vectors");
        Files.write(file, new byte[] {0, 0, 1});

        understand();

        assertThat(first("coal tickets", Language.EN).meant()).isTrue();
        byte[] kept = Files.readAllBytes(file);
        byte[] damaged = kept.clone();
        Arrays.fill(damaged, kept.length / 2, kept.length / 2 + 4_000, (byte) 0x7F);
        Files.write(file, damaged);

        reopen();
        understand();

        assertThat(first("coal tickets", Language.EN).meant()).isTrue();
        assertThat(Files.readAllBytes(file)).hasSameSizeAs(kept);
    }

    @Test
    void worksOutAgainWhatWasKeptInAnOlderLayout() throws IOException {
        understand();
        Path file = vectors.resolve("bge-small-en-v1.5-q+e5-small-v2-q.vectors");
        byte[] kept = Files.readAllBytes(file);
        byte[] older = ByteBuffer.allocate(kept.length).putInt(384).array();
        Files.write(file, older);

        reopen();
        understand();

        assertThat(first("coal tickets", Language.EN).meant()).isTrue();
        assertThat(Files.readAllBytes(file)).hasSameSizeAs(kept);
    }

    @Test
    void givesTheQuestionAtTheEndOfAStoryItsWeight() {
        understand();

        Match first = first("My father is deaf and we live in the village. Where do I get coal?", Language.EN);

        assertThat(first.article().topic()).isEqualTo("winter-coal");
        assertThat(first.closeness()).isPositive();
    }

    /** All with one knowledge base, which takes some seconds to be understood. */
    @Test
    void takesAnything() {
        understand();

        Stream.of("", " ", "\u0000\u0007", "\ud83d", "(a+)+$", "title:* AND [* TO *]", "😀", "ﷺ")
                .flatMap(text -> Stream.of(text, text.repeat(1_600)))
                .forEach(text -> {
                    for (Language language : Language.values()) {
                        assertThatCode(() -> knowledge.find(text, language, 10))
                                .as("%.20s, %d long", text, text.length())
                                .doesNotThrowAnyException();
                    }
                });
    }
}
