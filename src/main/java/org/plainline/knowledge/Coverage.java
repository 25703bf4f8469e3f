package org.plainline.knowledge;

import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which topics and how many passages hold which terms: how telling a term is, and what share of a question a topic
 * covers.
 */
final class Coverage {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<View, Map<String, Holders>> holders = new EnumMap<>(View.class);
    private int passages;

    private static final class Holders {
        private final BitSet topics = new BitSet();
        private int passages;
    }

    void add(String topic, Terms terms) {
        int number = numbers.computeIfAbsent(topic, _ -> numbers.size());
        passages++;
        terms.byView().forEach((view, list) -> {
            Map<String, Holders> known = holders.computeIfAbsent(view, _ -> new HashMap<>());
            for (String term : new HashSet<>(list)) {
                Holders its = known.computeIfAbsent(term, _ -> new Holders());
                its.topics.set(number);
                its.passages++;
            }
        });
    }

    /** Whether any topic holds it. */
    boolean knows(View view, String term) {
        return holders(view, term) != null;
    }

    /**
     * The mean of its inverse document frequencies over passages and over topics: the first knows rare turns of phrase,
     * the second does not take a topic's own name for a common word. Highest for a term that no topic holds.
     */
    double informs(View view, String term) {
        Holders its = holders(view, term);
        return (inverse(its == null ? 0 : its.passages, passages) + tellsTopics(view, term)) / 2;
    }

    /** What nearly every article says, such as "may" or "apply", must not count as covered: over topics alone. */
    private double tellsTopics(View view, String term) {
        Holders its = holders(view, term);
        return inverse(its == null ? 0 : its.topics.cardinality(), numbers.size());
    }

    private static double inverse(int holding, int all) {
        return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
    }

    /** What the terms inform of in all, whether any topic holds them or not. */
    double information(Terms terms) {
        return sum(terms, this::informs, (_, _) -> true);
    }

    /** Share of the question's information that each of the topics holds, 0 to 1; 0 for a question without terms. */
    Map<String, Double> of(Terms question, Collection<String> topics) {
        double all = sum(question, this::tellsTopics, (_, _) -> true);
        return topics.stream()
                .collect(Collectors.toMap(topic -> topic, topic -> all == 0 ? 0 : covered(question, topic) / all));
    }

    private double covered(Terms question, String topic) {
        Integer number = numbers.get(topic);
        return number == null ? 0 : sum(question, this::tellsTopics, (view, term) -> holds(view, term, number));
    }

    private static double sum(
            Terms question, ToDoubleBiFunction<View, String> weight, BiPredicate<View, String> counted) {
        double sum = 0;
        for (var view : question.byView().entrySet()) {
            for (String term : new HashSet<>(view.getValue())) {
                if (counted.test(view.getKey(), term)) {
                    sum += view.getKey().weight() * weight.applyAsDouble(view.getKey(), term);
                }
            }
        }
        return sum;
    }

    private boolean holds(View view, String term, int topic) {
        Holders its = holders(view, term);
        return its != null && its.topics.get(topic);
    }

    private @Nullable Holders holders(View view, String term) {
        return holders.getOrDefault(view, Map.of()).get(term);
    }
}
