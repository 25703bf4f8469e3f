package org.plainline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainline.AnswersOn;
import org.plainline.knowledge.Alarm;
import org.plainline.knowledge.Article;
import org.plainline.knowledge.FollowUp;
import org.plainline.knowledge.Knowledge;
import org.plainline.knowledge.Match;
import org.plainline.knowledge.Section;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.Places;
import org.springframework.util.FileSystemUtils;

/** Somebody has heard of hearing aids and says the next thing. What the networks make of it is given. */
class FollowUpAnswersTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String ANYTHING = "how long at the office";

    /** Typical of asking for a section, and of nothing else. */
    private static final double CLEARLY = 5;

    private static final double HARDLY = -19;

    private static final String NEAR_DANGER = "four";

    @TempDir
    private Path folder;

    private AnswersOn sample;

    @BeforeEach
    void openTheSample() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("src/test/resources/knowledge-base-sample"), folder);
        Files.copy(Path.of("knowledge-base/crisis.yaml"), folder.resolve("crisis.yaml"));
        sample = new AnswersOn(TODAY, folder);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    /**
     * The sample, found by its words but for the first of the matches, with somebody who understands what is asked for.
     */
    private record Understanding(Knowledge articles, FollowUp understood, String first) implements Knowledge {
        @Override
        public Optional<FollowUp> followUp(String text, String topic, Language language) {
            return Optional.of(understood);
        }

        /** Whatever is said: the shorter, the nearer everything lies. */
        @Override
        public Optional<Alarm> danger(String text, Language language) {
            return text.startsWith(NEAR_DANGER) ? Optional.of(new Alarm("self-harm", 9)) : Optional.empty();
        }

        @Override
        public Optional<Article> article(String topic, Language language) {
            return articles.article(topic, language);
        }

        @Override
        public Stream<Article> articles(Language language) {
            return articles.articles(language);
        }

        @Override
        public List<Match> find(String text, Language language, int limit) {
            return articles.find(text, language, limit).stream()
                    .sorted(Comparator.comparing(
                            match -> !match.article().topic().equals(first)))
                    .toList();
        }

        @Override
        public void awaitMeaning(Language language) {}
    }

    private Answer said(String text, LocalDate day, FollowUp understood) {
        return said(text, day, understood, "hearing-aid");
    }

    private Answer said(String text, LocalDate day, FollowUp understood, String first) {
        var clock = Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        return new Answers(
                        new Understanding(sample.knowledge(), understood, first),
                        new CrisisFile(folder.resolve("crisis.yaml"), clock),
                        new Places(List.of()),
                        clock)
                .answer(new Question(text, Language.EN, Channel.CHAT, "hearing-aid", null));
    }

    @Test
    void aWordOrTwoIsNoHintAtDanger() {
        var understood = new FollowUp(HARDLY, Section.Kind.HOW_LONG, 0.9);

        assertThat(said("four", TODAY, understood)).isNotInstanceOf(Answer.Crisis.class);
        assertThat(said("four four", TODAY, understood)).isNotInstanceOf(Answer.Crisis.class);
        assertThat(said("four walls and me, good bye everybody", TODAY, understood))
                .isInstanceOf(Answer.Crisis.class);
    }

    @Test
    void isToldTheSectionThatIsAskedForAndOfWhich() {
        Answer answer = said(ANYTHING, TODAY, new FollowUp(CLEARLY, Section.Kind.HOW_LONG, 0.9));

        assertThat(answer.grounded()).hasValueSatisfying(told -> {
            assertThat(told.topic()).isEqualTo("hearing-aid");
            assertThat(told.section()).isEqualTo("how-long");
            assertThat(told.paragraphs()).containsExactly("Hearing aids: How long it takes", "About twenty days.");
            assertThat(told.parts()).hasSize(7).extracting(Answer.Part::kind).doesNotContain("HOW_LONG");
        });
    }

    @Test
    void isToldTheWholeWhenItDoesNotShowWhich() {
        Answer answer = said(ANYTHING, TODAY, new FollowUp(CLEARLY, Section.Kind.HOW_LONG, 0.2));

        assertThat(answer.grounded()).hasValueSatisfying(told -> {
            assertThat(told.section()).isNull();
            assertThat(told.paragraphs()).first().asString().startsWith("This is an example.");
        });
    }

    @Test
    void isAskedWhichIsMeantWhenItMayBeTheOneThatWasTalkedAbout() {
        var understood = new FollowUp(HARDLY, Section.Kind.BRING, 0.9);

        assertThat(said("coal ticket", TODAY, understood, "winter-coal").grounded())
                .as("another one is clear")
                .hasValueSatisfying(told -> assertThat(told.topic()).isEqualTo("winter-coal"));
        assertThat(said("what they all say at the village office", TODAY, understood, "winter-coal"))
                .isInstanceOfSatisfying(Answer.Choice.class, choice -> {
                    assertThat(choice.offers())
                            .extracting(Answer.Offer::topic)
                            .startsWith("hearing-aid", "winter-coal")
                            .doesNotHaveDuplicates();
                    assertThat(choice.section()).isEqualTo("bring");
                });
    }

    @Test
    void isNotToldOfHearingAidsInDanger() {
        Answer answer = said("i want to die, " + ANYTHING, TODAY, new FollowUp(CLEARLY, Section.Kind.HOW_LONG, 0.9));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Crisis.class,
                        crisis -> assertThat(crisis.then().grounded().map(Answer.Grounded::topic))
                                .isNotEqualTo(Optional.of("hearing-aid")));
    }

    @Test
    void isToldThatNobodyHasLookedAtItForTooLong() {
        assertThat(said(ANYTHING, TODAY.plusDays(361), new FollowUp(CLEARLY, Section.Kind.HOW_LONG, 0.9)))
                .isInstanceOf(Answer.Withheld.class);
    }

    @Test
    void hearsOnSectionBySectionToTheLast() {
        assertThat(Answers.sectionsAfter(null)).startsWith("how", "bring");
        assertThat(Answers.sectionsAfter("refused")).containsExactly("no-smartphone");
        assertThat(Answers.sectionsAfter("no-smartphone")).isEmpty();
    }
}
