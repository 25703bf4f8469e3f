package org.plainline.knowledge;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What passages mean. The vectors of all are compared with that of a question: for some ten thousand that takes a
 * millisecond, is exact, and gives every topic its likeness. Immutable.
 */
final class Vectors {
    static final Vectors NONE = new Vectors(List.of(), _ -> new Meaning(new float[0], PieceSigns.NONE));

    private final List<Passage> passages;
    /**
     * By dimension, then by passage: so the innermost loop adds up side by side, which processors do eight at a time.
     */
    private final float[][] columns;

    private final Map<String, PieceSigns> pieces;
    private final Set<String> outdated;

    /** @param meaning of a text, always in the same number of dimensions */
    Vectors(List<Passage> passages, Function<String, Meaning> meaning) {
        this.passages = passages.stream()
                .sorted(Comparator.comparing(Passage::topic).thenComparing(Passage::kind))
                .toList();
        this.columns = passages.isEmpty()
                ? new float[0][]
                : columns(text -> meaning.apply(text).whole());
        this.pieces = this.passages.stream()
                .collect(groupingBy(Passage::topic, collectingAndThen(toList(), its -> pieces(its, meaning))));
        this.outdated = Set.of();
    }

    private Vectors(List<Passage> passages, float[][] columns, Map<String, PieceSigns> pieces, Set<String> outdated) {
        this.passages = passages;
        this.columns = columns;
        this.pieces = pieces;
        this.outdated = outdated;
    }

    /** The same as if nothing were known of these topics. */
    Vectors without(Set<String> topics) {
        Set<String> all = new HashSet<>(outdated);
        all.addAll(topics);
        return new Vectors(passages, columns, pieces, all);
    }

    /** Those of what was written to be found by; of a topic without any such, of its sections. */
    private static PieceSigns pieces(List<Passage> topic, Function<String, Meaning> meaning) {
        Map<Boolean, List<PieceSigns>> parts = topic.stream()
                .filter(passage -> passage.kind() != Passage.Kind.SENTENCE)
                .collect(partitioningBy(
                        passage -> passage.kind() == Passage.Kind.SECTION,
                        mapping(passage -> meaning.apply(passage.text()).pieces(), toList())));
        List<PieceSigns> written = parts.getOrDefault(false, List.of());
        return PieceSigns.joined(written.isEmpty() ? parts.getOrDefault(true, List.of()) : written);
    }

    private float[][] columns(Function<String, float[]> vector) {
        int dimensions = vector.apply(passages.getFirst().text()).length;
        float[][] turned = new float[dimensions][passages.size()];
        for (int place = 0; place < passages.size(); place++) {
            float[] one = vector.apply(passages.get(place).text());
            for (int dimension = 0; dimension < dimensions; dimension++) {
                turned[dimension][place] = one[dimension];
            }
        }
        return turned;
    }

    boolean isEmpty() {
        return passages.isEmpty();
    }

    /** What a topic's words mean in their context; none of a topic that is not known. */
    PieceSigns pieces(String topic) {
        return outdated.contains(topic) ? PieceSigns.NONE : pieces.getOrDefault(topic, PieceSigns.NONE);
    }

    /** What each topic has in common with the question, by topic. */
    Map<String, Likeness> likeness(float[] question) {
        float[] cosines = cosines(question);
        Map<String, Likeness> byTopic = new HashMap<>();
        for (int place = 0; place < cosines.length; place++) {
            Passage passage = passages.get(place);
            if (!outdated.contains(passage.topic())) {
                byTopic.computeIfAbsent(passage.topic(), _ -> new Likeness()).add(passage, cosines[place]);
            }
        }
        return byTopic;
    }

    private float[] cosines(float[] question) {
        float[] cosines = new float[passages.size()];
        for (int dimension = 0; dimension < columns.length; dimension++) {
            float weight = question[dimension];
            float[] column = columns[dimension];
            for (int place = 0; place < cosines.length; place++) {
                cosines[place] += weight * column[place];
            }
        }
        return cosines;
    }
}
