package org.plainline.knowledge;

import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    private int numbered;
    private int passages;

    private static final class Holders {
        private final BitSet topics;
        /** As many as there are bits set; counting those takes too long. */
        private int count;

        private int passages;

        private Holders(BitSet topics, int count, int passages) {
            this.topics = topics;
            this.count = count;
            this.passages = passages;
        }

        static Holders none() {
            return new Holders(new BitSet(), 0, 0);
        }

        Holders copy() {
            return new Holders((BitSet) topics.clone(), count, passages);
        }

        void add(int topic) {
            count += topics.get(topic) ? 0 : 1;
            topics.set(topic);
            passages++;
        }

        void remove(int topic) {
            count -= topics.get(topic) ? 1 : 0;
            topics.clear(topic);
            passages--;
        }
    }

    Coverage() {}

    private Coverage(Coverage other) {
        numbers.putAll(other.numbers);
        other.holders.forEach((view, its) -> holders.put(view, new HashMap<>(its)));
        numbered = other.numbered;
        passages = other.passages;
    }

    void add(Saying saying) {
        int[] topics = saying.passages().stream()
                .mapToInt(passage -> number(passage.topic()))
                .toArray();
        passages += topics.length;
        saying.terms().byView().forEach((view, list) -> {
            Map<String, Holders> known = known(view);
            for (String term : new HashSet<>(list)) {
                Holders its = known.computeIfAbsent(term, _ -> Holders.none());
                for (int topic : topics) {
                    its.add(topic);
                }
            }
        });
    }

    /**
     * Another one that shares with this one all terms that the changed topics do not have.
     *
     * @param gone every passage of the topics that are no more or are about to come anew
     */
    Coverage with(Map<String, List<Terms>> gone, Map<String, List<Terms>> come) {
        var next = new Coverage(this);
        gone.forEach(next::remove);
        come.forEach((topic, its) -> its.forEach(terms -> next.addToCopies(topic, terms)));
        return next;
    }

    private void remove(String topic, List<Terms> all) {
        Integer number = numbers.remove(topic);
        if (number == null) {
            return;
        }
        passages -= all.size();
        all.forEach(terms -> terms.byView().forEach((view, list) -> {
            Map<String, Holders> known = known(view);
            new HashSet<>(list).forEach(term -> known.computeIfPresent(term, (_, its) -> without(its, number)));
        }));
    }

    private static @Nullable Holders without(Holders holders, int topic) {
        Holders fewer = holders.copy();
        fewer.remove(topic);
        return fewer.passages == 0 ? null : fewer;
    }

    private void addToCopies(String topic, Terms terms) {
        int number = number(topic);
        passages++;
        terms.byView().forEach((view, list) -> {
            Map<String, Holders> known = known(view);
            for (String term : new HashSet<>(list)) {
                Holders more = known.getOrDefault(term, Holders.none()).copy();
                more.add(number);
                known.put(term, more);
            }
        });
    }

    private int number(String topic) {
        return numbers.computeIfAbsent(topic, _ -> numbered++);
    }

    private Map<String, Holders> known(View view) {
        return holders.computeIfAbsent(view, _ -> new HashMap<>());
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
        return inverse(its == null ? 0 : its.count, numbers.size());
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
        double all = sum(question, this::tellsTopics, this::counts);
        return topics.stream()
                .collect(Collectors.toMap(topic -> topic, topic -> all == 0 ? 0 : covered(question, topic) / all));
    }

    private double covered(Terms question, String topic) {
        Integer number = numbers.get(topic);
        return number == null ? 0 : sum(question, this::tellsTopics, (view, term) -> holds(view, term, number));
    }

    /** Neighbouring sounds that nobody has reach from one word into the next; the words tell whether they are known. */
    private boolean counts(View view, String term) {
        return view != View.SOUNDS || knows(view, term);
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
