package org.plainline.answering;

import java.util.List;
import org.plainline.knowledge.Match;

/**
 * How likely it is that the first match is the right article, 0 to 1: a logistic curve over how much of what was said
 * the article knows, and how far it is ahead of the next. The three weights were fitted by eye to held-out sample
 * questions.
 */
final class Confidence {
    static final double ANSWER = 0.6;
    static final double OFFER = 0.3;

    private Confidence() {}

    static double of(List<Match> matches) {
        if (matches.isEmpty()) {
            return 0;
        }
        Match first = matches.getFirst();
        double lead = matches.size() == 1 ? 1 : (first.score() - matches.get(1).score()) / first.score();
        return 1 / (1 + Math.exp(-(6 * first.coverage() + 3 * lead - 3)));
    }
}
