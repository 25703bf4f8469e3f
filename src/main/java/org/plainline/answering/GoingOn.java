package org.plainline.answering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainline.answering.Weights.Ramp;
import org.plainline.knowledge.Article;
import org.plainline.knowledge.FollowUp;
import org.plainline.knowledge.Match;
import org.plainline.knowledge.Section;
import org.plainline.resident.Language;
import org.plainline.resident.Need;

/**
 * How likely a text goes on about the article that was talked about, and what of it is asked for.
 *
 * @param likely 0 to 1
 * @param section null for the article as a whole, because it does not show which one
 */
record GoingOn(Article open, double likely, Section.@Nullable Kind section) {
    private static final double LIKELY = 0.6;
    private static final double POSSIBLE = 0.2;

    /** Below, the likeliest section is the wrong one more often than not. */
    private static final double SECTION = 0.4;

    // A logistic regression on the development halves of the follow-up questions and, as what does not go on, of all
    // other ones, both languages together. Straight lines without ends told a tenth less.
    private static final double START = -2.95;
    private static final Ramp LEAD = new Ramp(-20, 2, 4.6);
    /** How far the open article's score is behind that of the first. */
    private static final Ramp BEHIND = new Ramp(-8, 0, 2.25);
    /** Whoever needs so many characters is telling something new. */
    private static final Ramp LONG = new Ramp(Math.log(30), Math.log(60), 3.54);

    private static final double ITSELF = 2.5;
    private static final double ANOTHER = -1.6;
    /** How the offices work is asked of every benefit, and each article says it for its own. */
    private static final double OFFICES = -0.3;

    /** English takes so many letters to say what one character says. */
    private static final double LETTERS = 2.7;

    /**
     * @param confidence 0 to 1, that the first of the matches is the right one for the text by itself
     * @param matches best first, at least one
     */
    static GoingOn of(Article open, String text, FollowUp followUp, double confidence, List<Match> matches) {
        Match first = matches.getFirst();
        double behind = matches.stream()
                .filter(match -> isOf(open, match))
                .mapToDouble(match -> match.score() - first.score())
                .findFirst()
                .orElse(Double.NEGATIVE_INFINITY);
        double length = open.language() == Language.EN ? text.length() / LETTERS : text.length();
        double sum = START
                + LEAD.of(followUp.lead())
                + BEHIND.of(behind)
                - LONG.of(Math.log(length))
                + weight(open, first) * confidence;
        return new GoingOn(open, 1 / (1 + Math.exp(-sum)), sectionOf(followUp));
    }

    /** The one that is asked for; null when it does not show which one. */
    static Section.@Nullable Kind sectionOf(FollowUp followUp) {
        return followUp.share() < SECTION ? null : followUp.section();
    }

    private static double weight(Article open, Match first) {
        if (isOf(open, first)) {
            return ITSELF;
        }
        return first.article().need() == Need.SERVICE && open.need() != Need.SERVICE ? OFFICES : ANOTHER;
    }

    /** As long as only words are known, that the open article is among the first few is all there is to go by. */
    static GoingOn byWords(Article open) {
        return new GoingOn(open, LIKELY, null);
    }

    private static boolean isOf(Article open, Match match) {
        return match.article().topic().equals(open.topic());
    }

    @Nullable
    String sectionCode() {
        return section == null ? null : section.code();
    }

    boolean isLikely() {
        return likely >= LIKELY;
    }

    /** So that it is worth offering among others. */
    boolean isPossible() {
        return likely >= POSSIBLE;
    }
}
