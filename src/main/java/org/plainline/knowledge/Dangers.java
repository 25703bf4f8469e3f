package org.plainline.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a text tells of danger now: how densely sayings of danger lie about it, against how densely all else does
 * that is said to the service (Parzen's windows). There are so many ways to hint that their mean tells little, and
 * those few that are near tell much. Immutable.
 */
final class Dangers {
    /** How soon a saying that is farther away counts for less. Between the best for Chinese and for English. */
    private static final double SHARPNESS = 20;

    /** Each text is compared with all that are kept; of very many others, one in so many is. */
    private static final int MOST_OTHERS = 6_000;

    private final float[] middle;
    private final List<String> kinds;
    private final ByteVectors sayings;
    private final ByteVectors others;

    private Dangers(float[] middle, List<String> kinds, ByteVectors sayings, ByteVectors others) {
        this.middle = middle;
        this.kinds = kinds;
        this.sayings = sayings;
        this.others = others;
    }

    /**
     * @param sayings by kind of danger, and what only sounds like it as {@link Sayings#CALM}, all in the same number of
     *     dimensions
     * @param others whatever else is said, likewise
     */
    static Dangers of(Map<String, List<float[]>> sayings, List<float[]> others) {
        List<String> kinds = new ArrayList<>();
        List<float[]> dangers = new ArrayList<>();
        new TreeMap<>(sayings).forEach((kind, its) -> {
            if (!kind.equals(Sayings.CALM)) {
                its.forEach(_ -> kinds.add(kind));
                dangers.addAll(its);
            }
        });
        int oneIn = Math.max(1, Math.ceilDiv(others.size(), MOST_OTHERS));
        List<float[]> calm = Stream.concat(
                        sayings.getOrDefault(Sayings.CALM, List.of()).stream(),
                        IntStream.range(0, others.size())
                                .filter(place -> place % oneIn == 0)
                                .mapToObj(others::get))
                .toList();
        List<float[]> all = Stream.concat(dangers.stream(), calm.stream()).toList();
        float[] middle = all.isEmpty() ? new float[0] : Encoder.mean(all);
        return new Dangers(middle, kinds, from(middle, dangers), from(middle, calm));
    }

    private static ByteVectors from(float[] middle, List<float[]> vectors) {
        return ByteVectors.of(
                vectors.stream().map(vector -> from(middle, vector)).toList());
    }

    /** In which direction the vector lies, of length 1. */
    private static float[] from(float[] middle, float[] vector) {
        float[] direction = new float[middle.length];
        for (int i = 0; i < middle.length; i++) {
            direction[i] = vector[i] - middle[i];
        }
        Encoder.toLengthOne(direction);
        return direction;
    }

    /**
     * The kind of danger that a text most likely tells of; empty when nothing is known to compare it with.
     *
     * @param text where the networks put it, of length 1
     */
    Optional<Alarm> of(float[] text) {
        float[] direction = from(middle, text);
        double[] near = nearness(sayings.cosines(direction));
        double[] calm = nearness(others.cosines(direction));
        if (near.length == 0 || calm.length == 0) {
            return Optional.empty();
        }
        Map<String, Double> byKind = new TreeMap<>();
        for (int place = 0; place < near.length; place++) {
            byKind.merge(kinds.get(place), near[place], Double::sum);
        }
        double lead = Math.log(average(near) / average(calm));
        return byKind.entrySet().stream().max(Map.Entry.comparingByValue()).map(kind -> new Alarm(kind.getKey(), lead));
    }

    private static double[] nearness(float[] cosines) {
        return IntStream.range(0, cosines.length)
                .mapToDouble(place -> Math.exp(SHARPNESS * (cosines[place] - 1)))
                .toArray();
    }

    private static double average(double[] figures) {
        return Arrays.stream(figures).average().orElseThrow();
    }
}
