package org.plainline.answering;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.plainline.knowledge.Match;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;

/**
 * How likely it is that the first match is the right article, 0 to 1: a logistic curve over ramps of the
 * {@link Evidence}. Its weights are learned ({@code Teaching}) from questions to the knowledge base in many manners,
 * its articles' names with a few words around them, other corpora, both with the right articles there and left out, and
 * questions from other fields. Of the questions to the knowledge base only the development half was used; every
 * question went through a map that was learned without it, or it would look nearer than a new one does.
 */
final class Confidence {
    /**
     * Chosen on the development sets.
     *
     * @param answer from here on the first article is the answer. A choice costs a turn, a wrong answer more: of the
     *     development half, found by maps that had not met them, one in forty-two is then answered wrongly
     *     ({@code Teaching} prints it for several bounds)
     * @param offer from here on a choice is offered to who types carefully: nine in ten questions that an article
     *     answers get at least that even when they are misheard
     */
    private record Bounds(double answer, double offer) {
        static Bounds of(Language language) {
            return language == Language.ZH ? new Bounds(0.65, 0.05) : new Bounds(0.67, 0.03);
        }
    }

    private static final double NAMED_WITHOUT_MEANING = 3;

    /** Apart, because who learns them anew must not need those that there are. */
    private static final class Learned {
        private static final Map<Language, Weights> WEIGHTS =
                Arrays.stream(Language.values()).collect(Collectors.toMap(language -> language, Weights::load));
    }

    private Confidence() {}

    static boolean isEnoughToAnswer(double confidence, Language language) {
        return confidence >= Bounds.of(language).answer();
    }

    static boolean isEnoughToOffer(double confidence, Language language, Channel channel) {
        return confidence >= share(channel) * Bounds.of(language).offer();
    }

    /** What is typed in haste matches worse than it is right, and what is misheard still worse. */
    private static double share(Channel channel) {
        return switch (channel) {
            case CHAT -> 1;
            case SMS -> 0.8;
            case VOICE -> 0.5;
        };
    }

    /** @param matches best first, at least one */
    static double of(String text, List<Match> matches) {
        Match first = matches.getFirst();
        return of(
                first.meant()
                        ? Objects.requireNonNull(
                                        Learned.WEIGHTS.get(first.article().language()))
                                .sum(Evidence.of(text, matches))
                        : worded(text, matches));
    }

    /** @param evidence any figure; 0 for what is as likely right as not */
    static double of(double evidence) {
        return 1 / (1 + Math.exp(-evidence));
    }

    /** While there are words only, until the models are loaded. */
    private static double worded(String text, List<Match> matches) {
        Match first = matches.getFirst();
        double lead = matches.size() == 1 ? 1 : (first.words() - matches.get(1).words()) / first.words();
        double evidence = 0.62 * first.coverage() + 3.41 * Math.log1p(first.words()) + 3.22 * lead - 4.63;
        return evidence + NAMED_WITHOUT_MEANING * Naming.ofFirstOnly(text, matches);
    }
}
