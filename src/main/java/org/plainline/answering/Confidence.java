package org.plainline.answering;

import java.util.List;
import java.util.Map;
import org.plainline.knowledge.Match;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;

/**
 * How likely it is that the first match is the right article, 0 to 1: a logistic curve over the {@link Evidence}. The
 * weights of a language were fitted once to its development sets together, none below 0 because no sign speaks against
 * an article: mostly questions to the knowledge base in many manners, its articles' names with a few words around them,
 * the same questions with their article left out, other corpora whole and partly left out, and questions from other
 * fields. The models' cosines differ in range, hence the weights by language. Of the questions to the knowledge base
 * only the development half was used, for the weights and for the two bounds; every question went through a map that
 * was learned without it, or it would look nearer than a new one does.
 */
final class Confidence {
    static final double ANSWER = 0.65;
    static final double OFFER = 0.08;

    /** What is typed in haste or misheard matches worse than it is right. */
    private static final double NOISY = 0.6;

    private static final double CHINESE_START = -10.33;
    private static final Map<String, Double> CHINESE = Map.of(
            Evidence.NEAREST, 6.76,
            Evidence.COVERED, 2.81,
            Evidence.BEFORE_ALL, 0.25,
            Evidence.BEFORE_NEXT, 0.16,
            Evidence.BY_WORDS, 0.67,
            Evidence.BY_CLOSENESS, 3.95,
            Evidence.LENGTH, 1.57,
            Evidence.NAMED, 5.44);

    private static final double ENGLISH_START = -19.66;
    private static final Map<String, Double> ENGLISH = Map.of(
            Evidence.NEAREST, 16.14,
            Evidence.COVERED, 2.83,
            Evidence.BY_WORDS, 1.13,
            Evidence.BY_MEANING, 34.28,
            Evidence.BY_CLOSENESS, 13.67,
            Evidence.LENGTH, 1.48,
            Evidence.NAMED, 6.96);

    private static final double NAMED_WITHOUT_MEANING = 3;

    private Confidence() {}

    static double of(String text, Channel channel, List<Match> matches) {
        if (matches.isEmpty()) {
            return 0;
        }
        double noise = channel == Channel.CHAT ? 0 : NOISY;
        double evidence = matches.getFirst().meant() ? meant(text, matches) + noise : worded(text, matches);
        return 1 / (1 + Math.exp(-evidence));
    }

    private static double meant(String text, List<Match> matches) {
        var evidence = Evidence.of(text, matches);
        boolean isChinese = matches.getFirst().article().language() == Language.ZH;
        return (isChinese ? CHINESE : ENGLISH)
                        .entrySet().stream()
                                .mapToDouble(weight -> weight.getValue() * evidence.sign(weight.getKey()))
                                .sum()
                + (isChinese ? CHINESE_START : ENGLISH_START);
    }

    /** While there are words only, until the models are loaded. */
    private static double worded(String text, List<Match> matches) {
        Match first = matches.getFirst();
        double lead = matches.size() == 1 ? 1 : (first.words() - matches.get(1).words()) / first.words();
        double evidence = 0.62 * first.coverage() + 3.41 * Math.log1p(first.words()) + 3.22 * lead - 4.63;
        return evidence + NAMED_WITHOUT_MEANING * Naming.ofFirstOnly(text, matches);
    }
}
