package org.plainline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainline.answering.Judgement.Verdict;
import org.plainline.knowledge.Article;
import org.plainline.knowledge.Match;
import org.plainline.knowledge.Rival;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.Need;

class JudgementTests {
    private static final String QUESTION = "who helps with coal for the winter";

    static Article article(String topic, Need need) {
        return new Article(
                topic,
                Language.EN,
                topic,
                need,
                List.of(),
                List.of("coal ticket"),
                "",
                List.of(),
                null,
                List.of(),
                List.of(),
                LocalDate.EPOCH,
                null,
                LocalDate.EPOCH,
                1);
    }

    static Match match(String topic, double score, double words, double meaning, @Nullable String nearest) {
        Article article = article(topic, Need.CASH);
        return new Match(article, score, words, 0.5, meaning, meaning, 0.3, 0, null, "coal", nearest);
    }

    private static Match beside(double lead, Match match) {
        return new Match(
                match.article(),
                match.score(),
                match.words(),
                match.coverage(),
                match.meaning(),
                match.nearness(),
                match.closeness(),
                match.typicality(),
                new Rival("stove-repair", lead),
                match.passage(),
                match.nearest());
    }

    private static Judgement judged(String text, Channel channel, Match... matches) {
        return Judgement.of(text, channel, List.of(matches));
    }

    @Test
    void answersWhatStandsOutInWordsAndInMeaning() {
        Judgement clear = judged(
                QUESTION,
                Channel.CHAT,
                match("winter-coal", 14, 3, 0.85, "coal"),
                match("hearing-aid", 1, 0.5, 0.55, "ears"));

        assertThat(clear.verdict()).isEqualTo(Verdict.ANSWER);
    }

    @Test
    void asksBackBetweenNeighbours() {
        Judgement close = judged(
                QUESTION,
                Channel.CHAT,
                match("winter-coal", 13, 1.0, 0.82, "coal"),
                match("heating", 12.5, 1.0, 0.81, "heating"),
                match("hearing-aid", 1, 0.5, 0.55, "ears"));

        assertThat(close.verdict()).isEqualTo(Verdict.OFFER);
    }

    @Test
    void doesNotCoverWhatOnlySharesWords() {
        Judgement far = judged(
                "bike",
                Channel.CHAT,
                match("winter-coal", 1.0, 0.1, 0.45, "coal"),
                match("heating", 1.0, 0.2, 0.46, "heating"));

        assertThat(far.verdict()).isEqualTo(Verdict.NOT_COVERED);
    }

    @Test
    void isLessSureTheMoreItIsLikeWhatNoArticleAnswers() {
        Match first = match("winter-coal", 9, 2, 0.72, "coal");
        Match next = match("heating", 4, 1, 0.66, "heating");

        Judgement ours = judged(QUESTION, Channel.CHAT, beside(20, first), next);
        Judgement between = judged(QUESTION, Channel.CHAT, beside(0, first), next);
        Judgement outside = judged(QUESTION, Channel.CHAT, beside(-20, first), next);

        assertThat(ours.verdict()).isEqualTo(Verdict.ANSWER);
        assertThat(ours.confidence()).isGreaterThan(between.confidence());
        assertThat(between.confidence()).isGreaterThan(outside.confidence());
        assertThat(outside.verdict()).isNotEqualTo(Verdict.ANSWER);
    }

    @Test
    void showsNoFigureForWhatThereIsNothingToMeasureBy() {
        assertThat(Evidence.of(QUESTION, List.of(match("winter-coal", 9, 2, 0.7, "coal")))
                        .measured())
                .doesNotContainValue(Double.NaN)
                .containsKey("meaning");
    }

    @ParameterizedTest
    @CsvSource({"CHAT, 0.035", "SMS, 0.028", "VOICE, 0.018"})
    void offersSoonerToWhoTypesInHasteAndSoonestToWhoIsMisheard(Channel channel, double enough) {
        assertThat(Judgement.of(enough, Language.EN, channel).verdict()).isEqualTo(Verdict.OFFER);
        assertThat(Judgement.of(enough / 2, Language.EN, channel).verdict()).isEqualTo(Verdict.NOT_COVERED);
        assertThat(Judgement.of(enough, Language.ZH, channel).verdict()).isEqualTo(Verdict.NOT_COVERED);
        assertThat(Judgement.of(2 * enough, Language.ZH, channel).verdict()).isEqualTo(Verdict.OFFER);
    }

    @ParameterizedTest
    @EnumSource
    void answersFromTheSameConfidenceOnEveryChannel(Channel channel) {
        assertThat(Judgement.of(0.66, Language.EN, channel).verdict()).isEqualTo(Verdict.OFFER);
        assertThat(Judgement.of(0.67, Language.EN, channel).verdict()).isEqualTo(Verdict.ANSWER);
        assertThat(Judgement.of(0.64, Language.ZH, channel).verdict()).isEqualTo(Verdict.OFFER);
        assertThat(Judgement.of(0.65, Language.ZH, channel).verdict()).isEqualTo(Verdict.ANSWER);
    }

    @Test
    void goesByWordsWhileNothingElseIsThere() {
        Judgement named = judged(
                "coal ticket", Channel.SMS, match("winter-coal", 3, 3, 0, null), match("heating", 1, 1, 0, null));

        assertThat(named.verdict()).isEqualTo(Verdict.ANSWER);
    }

    @Test
    void isSureOfNothingWithoutAMatch() {
        assertThat(judged(QUESTION, Channel.CHAT).verdict()).isEqualTo(Verdict.NOT_COVERED);
    }
}
