package org.plainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainline.answering.Answer;
import org.plainline.knowledge.Article;
import org.plainline.knowledge.Review;
import org.plainline.knowledge.Section;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.SmsLength;

/** Every article in all its renderings, fresh and overdue: what a resident reads and hears. */
class EveryArticleTests {
    private static final Path KNOWLEDGE = Path.of("knowledge-base");
    private static final LocalDate WHEN_ALL_WERE_FRESH = LocalDate.of(2026, 11, 23);
    private static final int CHARACTERS_A_MINUTE = 200;
    private static final int WORDS_A_MINUTE = 145;

    private AnswersOn open = AnswersOn.shared(WHEN_ALL_WERE_FRESH);

    @ParameterizedTest
    @ValueSource(ints = {0, 39, 181})
    void fitsTwoTextMessagesThatSayWhoSpeaksWhatItRestsOnAndHowToReachAPerson(int daysLater) {
        openAfter(daysLater);
        all(daysLater, Channel.SMS, (softly, article, answer) -> {
            String text = String.join("", answer.paragraphs());
            softly.assertThat(SmsLength.segments(text)).as(text).isLessThanOrEqualTo(2);
            softly.assertThat(text)
                    .contains(
                            article.shortAnswer(),
                            review(article, daysLater) == Review.CURRENT
                                    ? article.mainSource().cite()
                                    : "2026");
            softly.assertThat(text).startsWith(article.language() == Language.ZH ? "明白线：" : "Plainline: ");
            softly.assertThat(text).contains(article.language() == Language.ZH ? "0找真人" : "a person");
        });
    }

    @Test
    void saysByTextWhatAPlaceSetsWhereTheValueIsAsLongAsTheExamples(@TempDir Path folder) throws IOException {
        fillInTheExamples(folder);
        try (var filledIn = new AnswersOn(WHEN_ALL_WERE_FRESH, folder)) {
            open = filledIn;
            all(0, Channel.SMS, (softly, article, answer) -> {
                if (article.local() != null) {
                    softly.assertThat(String.join("", answer.paragraphs()))
                            .as(article.topic() + " " + article.language()
                                    + ": shorten the short or the local sentence")
                            .contains(article.local());
                }
            });
            assertThat(open.knowledge()
                            .articles(Language.EN)
                            .map(article -> open.knowledge().inPlace(article, null))
                            .filter(article -> article.local() != null))
                    .hasSize(35);
        }
    }

    @Test
    void whatToBringIsWholeInOneToThreeTextMessagesOfTwoPartsEach() {
        all(0, Channel.SMS, (softly, article, answer) -> {
            softly.assertThat(answer.bring())
                    .as(article.topic())
                    .hasSizeBetween(1, 3)
                    .allSatisfy(text ->
                            assertThat(SmsLength.segments(text)).as(text).isLessThanOrEqualTo(2));
            long things = article.section(Section.Kind.BRING)
                    .markdown()
                    .lines()
                    .filter(line -> line.startsWith("- "))
                    .count();
            String separator = article.language() == Language.ZH ? "；" : "; ";
            softly.assertThat(String.join(separator, answer.bring()).split(separator))
                    .as(article.topic())
                    .hasSizeGreaterThanOrEqualTo((int) things);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 39, 181})
    void isSpokenInPiecesOfFifteenSecondsWithTheSourceAtTheEnd(int daysLater) {
        openAfter(daysLater);
        all(daysLater, Channel.VOICE, (softly, article, answer) -> {
            answer.paragraphs()
                    .forEach(piece -> softly.assertThat(seconds(piece, article.language()))
                            .as(piece)
                            .isLessThanOrEqualTo(15));
            softly.assertThat(answer.paragraphs().getLast())
                    .contains(article.mainSource().cite());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 39, 181})
    void eachSectionIsSpokenAloneInPiecesOfFifteenSecondsWithTheSourceAtTheEnd(int daysLater) {
        openAfter(daysLater);
        allSections(daysLater, Channel.VOICE, (softly, article, section, answer) -> {
            answer.paragraphs().forEach(piece -> {
                softly.assertThat(seconds(piece, article.language())).as(piece).isLessThanOrEqualTo(15);
                softly.assertThat(piece).as(article.topic()).doesNotContain("，，", ", ,", "，。", "- ", "/", "{{");
            });
            List<String> said =
                    answer.paragraphs().subList(0, answer.paragraphs().size() - 1);
            softly.assertThat(said)
                    .as(article.topic() + " " + section.heading())
                    .isNotEmpty();
            softly.assertThat(String.join("", said)).as(article.topic()).doesNotContain("(", "（", "12345");
            softly.assertThat(answer.paragraphs().getLast())
                    .contains(article.mainSource().cite());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 39, 181})
    void eachSectionIsTextedAloneWholeOrNotAtAll(int daysLater) {
        openAfter(daysLater);
        allSections(daysLater, Channel.SMS, (softly, article, section, answer) -> {
            softly.assertThat(answer.paragraphs())
                    .as(article.topic() + " " + section.heading())
                    .hasSizeBetween(1, 3)
                    .allSatisfy(text ->
                            assertThat(SmsLength.segments(text)).as(text).isLessThanOrEqualTo(2));
            softly.assertThat(answer.paragraphs().getLast())
                    .contains(article.language() == Language.ZH ? "回0找真人" : "0");
            String all = String.join("", answer.paragraphs());
            softly.assertThat(all)
                    .contains(
                            review(article, daysLater) == Review.CURRENT
                                    ? article.mainSource().cite()
                                    : "2026");
            if (!all.contains(article.shortAnswer())) {
                softly.assertThat(all).contains(article.name(), section.heading());
                softly.assertThat(section.sentences())
                        .allSatisfy(sentence -> assertThat(all).contains(withoutMarks(sentence, article.language())));
            }
        });
    }

    /** What is left of it in a text message: bullets, and Chinese amid English, are not sent. */
    private static String withoutMarks(String sentence, Language language) {
        String words = sentence.replaceFirst("^- ", "");
        return language == Language.ZH
                ? words
                : words.replaceAll(" ?\\([\\p{IsHan}, ]+\\)", "").replaceAll("\\p{IsHan}+, ", "");
    }

    @Test
    void nearlyEverySectionFitsIntoTextMessages() {
        var tooLong = new ArrayList<String>();
        allSections(0, Channel.SMS, (softly, article, section, answer) -> {
            if (answer.paragraphs().getFirst().contains(article.shortAnswer())) {
                tooLong.add(article.topic() + " " + article.language() + " " + section.kind());
            }
        });
        assertThat(tooLong)
                .as("of 960 that are answered with the short answer instead")
                .hasSizeLessThan(80);
    }

    private interface SectionCheck {
        void of(SoftAssertions softly, Article article, Section section, Answer.Grounded answer);
    }

    private void allSections(int daysLater, Channel channel, SectionCheck check) {
        all(
                daysLater,
                channel,
                (softly, article, whole) -> article.sections()
                        .forEach(section -> open.answers()
                                .topic(article.topic(), section.kind().code(), article.language(), channel, null)
                                .flatMap(Answer::grounded)
                                .ifPresentOrElse(
                                        answer -> check.of(softly, article, section, answer),
                                        () -> softly.fail(article.topic() + " has no " + section.heading()))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 39, 181})
    void isReadOnThePageInEightPartsWithoutLooseMarks(int daysLater) {
        openAfter(daysLater);
        all(daysLater, Channel.CHAT, (softly, article, answer) -> {
            softly.assertThat(answer.parts()).hasSize(8);
            answer.parts().forEach(part -> {
                softly.assertThat(part.html()).as(article.topic()).startsWith("<");
                softly.assertThat(part.html().replaceAll("<[^>]*>", ""))
                        .as(article.topic() + " " + part.heading())
                        .isNotBlank()
                        .doesNotContain("**", "##", "](", "{{");
            });
        });
    }

    private interface Check {
        void of(SoftAssertions softly, Article article, Answer.Grounded answer);
    }

    /** Some are reviewed more often than others, and are not given any more by then. */
    private void all(int daysLater, Channel channel, Check check) {
        var softly = new SoftAssertions();
        List<Article> articles = Arrays.stream(Language.values())
                .flatMap(language -> open.knowledge().articles(language))
                .map(article -> open.knowledge().inPlace(article, null))
                .toList();
        assertThat(articles).hasSize(120);
        for (Article article : articles) {
            if (review(article, daysLater) == Review.LAPSED) {
                continue;
            }
            Stream.of(open.answers()
                            .topic(article.topic(), null, article.language(), channel, null)
                            .orElseThrow())
                    .map(answer -> answer.grounded().orElseThrow())
                    .forEach(answer -> check.of(softly, article, answer));
        }
        softly.assertAll();
    }

    private static Review review(Article article, int daysLater) {
        return article.reviewOn(WHEN_ALL_WERE_FRESH.plusDays(daysLater));
    }

    private void openAfter(int daysLater) {
        open = AnswersOn.shared(WHEN_ALL_WERE_FRESH.plusDays(daysLater));
    }

    /** A copy of the folder in which every place has set everything, as the comments in local.yaml say it may read. */
    private static void fillInTheExamples(Path folder) throws IOException {
        try (var files = Files.walk(KNOWLEDGE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(KNOWLEDGE.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        String examples = Files.readAllLines(KNOWLEDGE.resolve("local.yaml")).stream()
                .filter(line -> line.matches("#   [a-z-]+: .*….*"))
                .map(line -> line.substring(1)
                        .replaceAll("(phone |电话|hotline: \")…", "$1057187654321")
                        .replace("…路…号", "人民路12号")
                        .replace("… Road", "12 Renmin Road")
                        .replaceAll("…(?=[%岁点])|(?<=\\b(?:age|of|from|to) )…", "80")
                        .replace("…", "1000"))
                .collect(Collectors.joining("\n", "everywhere:\n", "\n"));
        Files.writeString(folder.resolve("local.yaml"), examples);
    }

    private static double seconds(String piece, Language language) {
        return language == Language.ZH
                ? piece.codePoints().filter(Character::isLetterOrDigit).count() * 60.0 / CHARACTERS_A_MINUTE
                : Arrays.stream(piece.split("\\s+"))
                                .filter(word -> word.matches(".*\\w.*"))
                                .count()
                        * 60.0
                        / WORDS_A_MINUTE;
    }
}
