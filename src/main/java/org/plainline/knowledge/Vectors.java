package org.plainline.knowledge;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * What passages mean. The vectors of all are compared with that of a question: for some ten thousand that is soon done,
 * leaves none out, and gives every topic its likeness. Immutable.
 */
final class Vectors {
    static final Vectors NONE = new Vectors(List.of(), _ -> new Meaning(new float[0], PieceSigns.NONE));

    private final List<Passage> passages;
    private final ByteVectors wholes;
    private final List<Stretch> stretches;
    private final Map<String, PieceSigns> pieces;
    private final Discriminant discriminant;
    private final Dangers dangers;
    private final Set<String> outdated;

    /** The passages of one kind that a topic has: from a place to before another. */
    record Stretch(String topic, Passage.Kind kind, int begin, int end) {
        int nearest(float[] cosines) {
            int nearest = begin;
            for (int place = begin + 1; place < end; place++) {
                if (cosines[place] > cosines[nearest]) {
                    nearest = place;
                }
            }
            return nearest;
        }
    }

    /** @param meaning always in the same number of dimensions */
    Vectors(List<Passage> passages, Function<Passage, Meaning> meaning) {
        this.passages = passages.stream()
                .filter(passage -> passage.kind().isFound())
                .sorted(Comparator.comparing(Passage::topic).thenComparing(Passage::kind))
                .toList();
        this.stretches = stretches(this.passages);
        this.wholes = ByteVectors.of(this.passages.stream()
                .map(passage -> meaning.apply(passage).whole())
                .toList());
        this.pieces = this.passages.stream()
                .collect(groupingBy(Passage::topic, collectingAndThen(toList(), its -> pieces(its, meaning))));
        this.discriminant = Discriminant.of(
                samples(Passage.Kind.QUESTION, passages, meaning),
                samples(Passage.Kind.OUTSIDE, passages, meaning),
                samples(Passage.Kind.FOLLOW_UP, passages, meaning));
        this.dangers = Dangers.of(
                samples(Passage.Kind.DANGER, passages, meaning),
                passages.stream()
                        .filter(passage -> passage.kind().isHarmless())
                        .map(passage -> meaning.apply(passage).whole())
                        .toList());
        this.outdated = Set.of();
    }

    private Vectors(
            List<Passage> passages,
            ByteVectors wholes,
            List<Stretch> stretches,
            Map<String, PieceSigns> pieces,
            Discriminant discriminant,
            Dangers dangers,
            Set<String> outdated) {
        this.passages = passages;
        this.wholes = wholes;
        this.stretches = stretches;
        this.pieces = pieces;
        this.discriminant = discriminant;
        this.dangers = dangers;
        this.outdated = outdated;
    }

    /** The same as if nothing were known of these topics. */
    Vectors without(Set<String> topics) {
        Set<String> all = new HashSet<>(outdated);
        all.addAll(topics);
        return new Vectors(passages, wholes, stretches, pieces, discriminant, dangers, all);
    }

    /** Those of what was written to be found by; of a topic without any such, of its sections. */
    private static PieceSigns pieces(List<Passage> topic, Function<Passage, Meaning> meaning) {
        Map<Boolean, List<PieceSigns>> parts = topic.stream()
                .filter(passage -> passage.kind() != Passage.Kind.SENTENCE)
                .collect(partitioningBy(
                        passage -> passage.kind() == Passage.Kind.SECTION,
                        mapping(passage -> meaning.apply(passage).pieces(), toList())));
        List<PieceSigns> written = parts.getOrDefault(false, List.of());
        return PieceSigns.joined(written.isEmpty() ? parts.getOrDefault(true, List.of()) : written);
    }

    private static List<Stretch> stretches(List<Passage> passages) {
        List<Stretch> stretches = new ArrayList<>();
        int begin = 0;
        for (int end = 1; end <= passages.size(); end++) {
            Passage first = passages.get(begin);
            if (end == passages.size()
                    || !passages.get(end).topic().equals(first.topic())
                    || passages.get(end).kind() != first.kind()) {
                stretches.add(new Stretch(first.topic(), first.kind(), begin, end));
                begin = end;
            }
        }
        return stretches;
    }

    private static Map<String, List<float[]>> samples(
            Passage.Kind kind, List<Passage> passages, Function<Passage, Meaning> meaning) {
        return passages.stream()
                .filter(passage -> passage.kind() == kind)
                .collect(groupingBy(
                        Passage::topic,
                        mapping(passage -> meaning.apply(passage).whole(), toList())));
    }

    /** By topic, then by kind. */
    List<Passage> passages() {
        return passages;
    }

    boolean isEmpty() {
        return passages.isEmpty();
    }

    /** What a topic's words mean in their context; none of a topic that is not known. */
    PieceSigns pieces(String topic) {
        return outdated.contains(topic) ? PieceSigns.NONE : pieces.getOrDefault(topic, PieceSigns.NONE);
    }

    /** {@link Discriminant#typicality}; empty for a topic that is not known, too. */
    OptionalDouble typicality(String topic, float[] question) {
        return outdated.contains(topic) ? OptionalDouble.empty() : discriminant.typicality(topic, question);
    }

    /** {@link Discriminant#outside}. */
    Optional<Discriminant.Subject> outside(float[] question) {
        return discriminant.outside(question);
    }

    /** {@link Discriminant#other}. */
    OptionalDouble other(String topic, float[] question) {
        return discriminant.other(topic, question);
    }

    /** {@link Dangers#of(float[])}. */
    Optional<Alarm> danger(float[] text) {
        return dangers.of(text);
    }

    /** {@link Discriminant#sections}. */
    Map<String, Double> sections(float[] question) {
        return discriminant.sections(question);
    }

    /** What each topic has in common with the question, by topic. */
    Map<String, Likeness> likeness(float[] question) {
        float[] cosines = cosines(question);
        Map<String, Likeness> byTopic = new HashMap<>();
        for (Stretch stretch : stretches) {
            if (!outdated.contains(stretch.topic())) {
                int nearest = stretch.nearest(cosines);
                byTopic.computeIfAbsent(stretch.topic(), _ -> new Likeness())
                        .add(passages.get(nearest), cosines[nearest]);
            }
        }
        return byTopic;
    }

    /** In the order of the passages. */
    float[] cosines(float[] question) {
        return wholes.cosines(question);
    }

    List<Stretch> stretches() {
        return stretches;
    }
}
