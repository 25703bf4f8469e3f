package org.plainline.answering;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.plainline.knowledge.Match;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;

/**
 * How likely it is that the first match is the right article, 0 to 1: a logistic curve over the {@link Evidence}. The
 * weights of a language were fitted once to its development sets together: mostly questions to the knowledge base in
 * many manners, among them its articles' names with a few words around them and such as it does not answer, and other
 * corpora whose articles were partly left out. The two models' cosines differ in range, hence the weights by language.
 */
final class Confidence {
    static final double ANSWER = 0.68;
    static final double OFFER = 0.1;

    /** What is typed in haste or misheard matches worse than it is right. */
    private static final double NOISY = 0.6;

    private static final double CHINESE_START = -12.23;
    private static final Map<String, Double> CHINESE = Map.ofEntries(
            entry(Evidence.NEAREST, 6.87),
            entry(Evidence.COVERED, 4.17),
            entry(Evidence.BEFORE_ALL, 0.17),
            entry(Evidence.BEFORE_NEXT, 0.21),
            entry(Evidence.BY_WORDS, 1.30),
            entry(Evidence.BY_MEANING, -0.68),
            entry(Evidence.LENGTH, 1.70),
            entry(Evidence.NAMED, 2.34),
            entry(Evidence.BY_CLOSENESS, 5.36));

    private static final double ENGLISH_START = -11.35;
    private static final Map<String, Double> ENGLISH = Map.ofEntries(
            entry(Evidence.NEAREST, 6.13),
            entry(Evidence.COVERED, 1.22),
            entry(Evidence.BEFORE_ALL, -0.03),
            entry(Evidence.BEFORE_NEXT, 0.26),
            entry(Evidence.BY_WORDS, 0.87),
            entry(Evidence.BY_MEANING, 10.89),
            entry(Evidence.LENGTH, 1.23),
            entry(Evidence.NAMED, 3.42),
            entry(Evidence.BY_CLOSENESS, 8.44));

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
