package org.plainline.answering;

import java.util.List;
import java.util.Locale;
import org.plainline.knowledge.Match;

/**
 * How likely it is that the first match is the right article, 0 to 1: a logistic curve over how much of what was said
 * the article knows, how well it matches, and how far it is ahead of the next. Fitted once, over both languages
 * together, to sample questions that were left out of the index, with questions whose own article was left out as the
 * counterexamples.
 */
final class Confidence {
    static final double ANSWER = 0.6;
    static final double OFFER = 0.2;

    /** Articles about neighbouring benefits say each other's names, so that a name alone gives little lead. */
    private static final double NAMED = 1.5;

    private Confidence() {}

    static double of(String text, List<Match> matches) {
        if (matches.isEmpty()) {
            return 0;
        }
        Match first = matches.getFirst();
        double lead = matches.size() == 1 ? 1 : (first.score() - matches.get(1).score()) / first.score();
        double evidence = 0.62 * first.coverage() + 3.41 * Math.log1p(first.score()) + 3.22 * lead - 4.63;
        evidence += onlyFirstIsNamed(text, matches) ? NAMED : 0;
        return 1 / (1 + Math.exp(-evidence));
    }

    /** The text calls the first article by one of its names, and none of the others by any of theirs. */
    private static boolean onlyFirstIsNamed(String text, List<Match> matches) {
        String said = text.toLowerCase(Locale.ROOT);
        return isNamed(said, matches.getFirst())
                && matches.stream().limit(4).skip(1).noneMatch(match -> isNamed(said, match));
    }

    private static boolean isNamed(String said, Match match) {
        return match.article().words().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(said::contains);
    }
}
