package org.plainline.knowledge;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.BiPredicate;

/** Which topics hold which terms: how telling a term is, and what share of a question a topic speaks of. */
final class Coverage {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<View, Map<String, BitSet>> holders = new EnumMap<>(View.class);

    void add(String topic, Terms terms) {
        int number = numbers.computeIfAbsent(topic, _ -> numbers.size());
        terms.byView().forEach((view, list) -> {
            Map<String, BitSet> known = holders.computeIfAbsent(view, _ -> new HashMap<>());
            list.forEach(term -> known.computeIfAbsent(term, _ -> new BitSet()).set(number));
        });
    }

    /** Whether any topic holds it. */
    boolean knows(View view, String term) {
        return holders(view).containsKey(term);
    }

    /** Inverse document frequency over topics, as in BM25: highest for a term that no topic holds. */
    double informs(View view, String term) {
        BitSet topics = holders(view).get(term);
        int count = topics == null ? 0 : topics.cardinality();
        return Math.log(1 + (numbers.size() - count + 0.5) / (count + 0.5));
    }

    /** What the question's terms inform of in all, whether any topic holds them or not. */
    double information(Terms question) {
        return sum(question, (_, _) -> true);
    }

    /** Share of the question's information that the topic holds, 0 to 1; 0 for a question without terms. */
    double of(Terms question, String topic) {
        double all = information(question);
        Integer number = numbers.get(topic);
        if (number == null || all == 0) {
            return 0;
        }
        return sum(question, (view, term) -> holds(view, term, number)) / all;
    }

    private double sum(Terms question, BiPredicate<View, String> counted) {
        double sum = 0;
        for (var view : question.byView().entrySet()) {
            for (String term : new HashSet<>(view.getValue())) {
                if (counted.test(view.getKey(), term)) {
                    sum += view.getKey().weight() * informs(view.getKey(), term);
                }
            }
        }
        return sum;
    }

    private boolean holds(View view, String term, int topic) {
        BitSet topics = holders(view).get(term);
        return topics != null && topics.get(topic);
    }

    private Map<String, BitSet> holders(View view) {
        return holders.getOrDefault(view, Map.of());
    }
}
