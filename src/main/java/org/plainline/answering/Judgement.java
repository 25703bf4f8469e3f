package org.plainline.answering;

import java.time.LocalDate;
import java.util.List;
import org.plainline.knowledge.Match;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;

/**
 * What may be done with the articles that were found for a text.
 *
 * @param confidence 0 to 1, how likely the first article is the right one
 */
public record Judgement(double confidence, Verdict verdict) {
    /** So many matches show how far the first stands out from those that only share words with the text. */
    public static final int MATCHES = 10;

    static final Judgement NOTHING = new Judgement(0, Verdict.NOT_COVERED);
    static final Judgement OUTSIDE = new Judgement(0, Verdict.OUTSIDE);

    public enum Verdict {
        /** The first article is the answer. */
        ANSWER,
        /** The first few are offered as a choice. */
        OFFER,
        /**
         * The first article would be the answer and does not hold today; its neighbours would answer something else.
         */
        NOT_TODAY,
        /** An editor has written down that no article answers just this. */
        OUTSIDE,
        /** Nothing approved that holds today bears on the text. */
        NOT_COVERED
    }

    /** @param matches best first, {@value #MATCHES} or fewer */
    public static Judgement of(String text, Channel channel, List<Match> matches) {
        return matches.isEmpty()
                ? NOTHING
                : of(Confidence.of(text, matches), matches.getFirst().article().language(), channel);
    }

    static Judgement of(double confidence, Language language, Channel channel) {
        if (Confidence.isEnoughToAnswer(confidence, language)) {
            return new Judgement(confidence, Verdict.ANSWER);
        }
        return new Judgement(
                confidence,
                Confidence.isEnoughToOffer(confidence, language, channel) ? Verdict.OFFER : Verdict.NOT_COVERED);
    }

    /** What of it is left on that day; articles that do not hold then are neither answered nor offered. */
    Judgement on(LocalDate day, List<Match> matches) {
        return switch (verdict) {
            case ANSWER ->
                matches.getFirst().article().inForceOn(day) ? this : new Judgement(confidence, Verdict.NOT_TODAY);
            case OFFER ->
                matches.stream().anyMatch(match -> match.article().inForceOn(day))
                        ? this
                        : new Judgement(confidence, Verdict.NOT_COVERED);
            case NOT_TODAY, OUTSIDE, NOT_COVERED -> this;
        };
    }
}
