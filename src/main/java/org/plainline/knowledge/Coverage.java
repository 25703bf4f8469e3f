package org.plainline.knowledge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /** The terms of a text, each weighed once. */
    Weighed weighed(Terms terms) {
        List<Weighed.Term> weighed = new ArrayList<>();
        terms.byView().forEach((view, list) -> {
            Map<String, Holders> known = holders.getOrDefault(view, Map.of());
            for (String term : new LinkedHashSet<>(list)) {
                weighed.add(weighed(view, term, known.get(term)));
            }
        });
        return new Weighed(weighed);
    }

    private Weighed.Term weighed(View view, String term, @Nullable Holders its) {
        // What nearly every article says, such as "may" or "apply", must not count as covered: over topics alone.
        double tells = inverse(its == null ? 0 : its.count, numbers.size());
        double informs = (inverse(its == null ? 0 : its.passages, passages) + tells) / 2;
        return new Weighed.Term(view, term, informs, tells, its == null ? null : its.topics);
    }

    private static double inverse(int holding, int all) {
        return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
    }

    /** Share of the text's information that each of the topics holds, 0 to 1; 0 for a text without terms. */
    Map<String, Double> of(Weighed text, Collection<String> topics) {
        double all = text.tells();
        return topics.stream()
                .collect(Collectors.toMap(topic -> topic, topic -> all == 0 ? 0 : covered(text, topic) / all));
    }

    private double covered(Weighed text, String topic) {
        Integer number = numbers.get(topic);
        return number == null ? 0 : text.tellsOf(number);
    }
}
