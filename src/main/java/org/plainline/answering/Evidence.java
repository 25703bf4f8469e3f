package org.plainline.answering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.plainline.knowledge.Match;
import org.plainline.knowledge.Rival;

/**
 * What speaks for the first of the matches, by name of the sign: how well it fits, how far it stands out from the
 * others and from what no article answers, and whether words and meaning agree on it. An article that only shares words
 * with the text fits, but does not stand out.
 */
record Evidence(Map<String, Double> signs) {
    private static final String MEANING = "meaning";
    private static final String NEAREST = "nearest passage";
    private static final String COVERED = "words covered";
    private static final String WORDS = "words";
    private static final String BEFORE_ALL = "before the others";
    private static final String BEFORE_NEXT = "before the next";
    private static final String BY_WORDS = "before by words";
    private static final String BY_MEANING = "before by meaning";
    private static final String BY_CLOSENESS = "before word for word";
    private static final String BEFORE_OUTSIDE = "before what is outside";
    private static final String NOTHING_OUTSIDE = "nothing known to be outside";
    private static final String LENGTH = "length";
    private static final String NAMED = "share that names only it";

    /** @param matches best first, at least one, found by words and by meaning */
    static Evidence of(String text, List<Match> matches) {
        Match first = matches.getFirst();
        List<Match> others = matches.subList(1, matches.size());
        Map<String, Double> signs = new TreeMap<>();
        signs.put(MEANING, first.meaning());
        signs.put(NEAREST, first.nearness());
        signs.put(COVERED, first.coverage());
        signs.put(WORDS, Math.log1p(first.words()));
        signs.put(
                BEFORE_ALL,
                first.score()
                        - others.stream().mapToDouble(Match::score).average().orElse(0));
        signs.put(BEFORE_NEXT, before(first, others, Match::score));
        signs.put(BY_WORDS, before(first, others, match -> Math.log1p(match.words())));
        signs.put(BY_MEANING, before(first, others, Match::meaning));
        signs.put(BY_CLOSENESS, before(first, others, Match::closeness));
        Rival rival = first.rival();
        signs.put(BEFORE_OUTSIDE, rival == null ? Double.NaN : rival.lead());
        signs.put(NOTHING_OUTSIDE, rival == null ? 1.0 : 0.0);
        signs.put(LENGTH, Math.log(Math.max(2, text.length())));
        signs.put(NAMED, Naming.ofFirstOnly(text, matches));
        return new Evidence(signs);
    }

    /** Below 0 when another has more. */
    private static double before(Match first, List<Match> others, ToDoubleFunction<Match> figure) {
        return figure.applyAsDouble(first)
                - others.stream().mapToDouble(figure).max().orElse(0);
    }

    /** Those that are numbers: where nothing is known to be outside, nothing is before it. */
    Map<String, Double> measured() {
        Map<String, Double> measured = new TreeMap<>(signs);
        measured.values().removeIf(figure -> figure.isNaN());
        return measured;
    }

    double sign(String name) {
        return Optional.ofNullable(signs.get(name)).orElseThrow();
    }
}
