package org.plainline.answering;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.plainline.knowledge.Match;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;

/**
 * How likely it is that the first match is the right article, 0 to 1: a logistic curve over the {@link Evidence}. The
 * weights of a language were fitted once to its development sets together: questions to the knowledge base in many
 * manners, among them such as it does not answer, and other corpora whose articles were partly left out. The two
 * models' cosines differ in range, hence the weights by language.
 */
final class Confidence {
    static final double ANSWER = 0.7;
    static final double OFFER = 0.12;

    /** What is typed in haste or misheard matches worse than it is right. */
    private static final double NOISY = 0.15;

    private static final double CHINESE_START = -6.01;
    private static final Map<String, Double> CHINESE = Map.ofEntries(
            entry(Evidence.NEAREST, 1.09),
            entry(Evidence.COVERED, 2.44),
            entry(Evidence.BEFORE_ALL, 0.21),
            entry(Evidence.BEFORE_NEXT, 0.26),
            entry(Evidence.BY_WORDS, 1.13),
            entry(Evidence.BY_MEANING, 5.70),
            entry(Evidence.LENGTH, 1.10),
            entry(Evidence.NAMED, 1.09),
            entry(Evidence.BY_CLOSENESS, 4.66));

    private static final double ENGLISH_START = -6.94;
    private static final Map<String, Double> ENGLISH = Map.ofEntries(
            entry(Evidence.NEAREST, 2.13),
            entry(Evidence.COVERED, 2.47),
            entry(Evidence.BEFORE_ALL, -0.09),
            entry(Evidence.BEFORE_NEXT, 0.15),
            entry(Evidence.BY_WORDS, 1.43),
            entry(Evidence.BY_MEANING, 13.63),
            entry(Evidence.LENGTH, 0.81),
            entry(Evidence.NAMED, 3.03),
            entry(Evidence.BY_CLOSENESS, 7.76));

    /** Articles about neighbouring benefits say each other's names, so that a name alone gives little lead. */
    private static final double NAMED_WITHOUT_MEANING = 1.5;

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
