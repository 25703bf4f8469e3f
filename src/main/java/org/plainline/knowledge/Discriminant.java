package org.plainline.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.linear.BlockRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * How typical a question is of what people ask about each topic, about each subject {@link Outside} of all topics, and
 * for each section of any ({@link Sayings}): Fisher's linear discriminant over their sample questions, each one's
 * spread about its mean alike. Two people's manner of telling is often nearer than what they ask for, so the nearest
 * sample misleads; how the samples of one topic differ among themselves shows the discriminant in which directions
 * nearness is worth little. Immutable.
 */
final class Discriminant {
    private static final Discriminant NONE = new Discriminant(Map.of(), Map.of(), Map.of());

    /**
     * Share of the mean variance that is added in every direction, because there are few samples for so many
     * dimensions. Between the best for Chinese and for English, on held-out questions.
     */
    private static final double RIDGE = 2;

    /** So many samples tell the spread well enough; each costs half a million multiplications. */
    private static final int ENOUGH = 1_500;

    /** The typicality rises along the direction, and is 0 at the offset. */
    private static final class Leaning {
        private final float[] direction;
        private final double offset;

        Leaning(float[] direction, double offset) {
            this.direction = direction;
            this.offset = offset;
        }

        double typicality(float[] question) {
            double along = 0;
            for (int i = 0; i < question.length; i++) {
                along += (double) direction[i] * question[i];
            }
            return along - offset;
        }
    }

    /** What a question is most typical of, and how much, comparable with {@link #typicality}. */
    record Subject(String name, double typicality) {}

    private final Map<String, Leaning> topics;
    private final Map<String, Leaning> outside;
    private final Map<String, Leaning> sections;

    private Discriminant(Map<String, Leaning> topics, Map<String, Leaning> outside, Map<String, Leaning> sections) {
        this.topics = topics;
        this.outside = outside;
        this.sections = sections;
    }

    /**
     * @param samples by topic, at least one of each, all in the same number of dimensions
     * @param outside likewise by subject outside of the topics
     * @param sections likewise by section; they say nothing of how samples of one topic differ
     */
    static Discriminant of(
            Map<String, List<float[]>> samples,
            Map<String, List<float[]>> outside,
            Map<String, List<float[]>> sections) {
        List<List<float[]>> clouds = Stream.of(samples, outside)
                .flatMap(group -> new TreeMap<>(group).values().stream())
                .toList();
        int all = clouds.stream().mapToInt(List::size).sum();
        if (clouds.size() < 2 || all <= clouds.size()) {
            return NONE;
        }
        RealMatrix variance = variance(clouds, all);
        int dimensions = variance.getRowDimension();
        // So small a summand that samples which are all the same have a variance, too.
        double ridge = RIDGE * variance.getTrace() / dimensions + 1e-9;
        IntStream.range(0, dimensions).forEach(i -> variance.addToEntry(i, i, ridge));
        RealMatrix inverse = new CholeskyDecomposition(variance).getSolver().getInverse();
        // A topic's mean lies farther out by chance than that of all questions about it would: with one sample by so
        // much.
        double chance = dimensions - ridge * inverse.getTrace();
        return new Discriminant(
                leanings(samples, inverse, chance),
                leanings(outside, inverse, chance),
                leanings(sections, inverse, chance));
    }

    private static Map<String, Leaning> leanings(Map<String, List<float[]>> clouds, RealMatrix inverse, double chance) {
        if (clouds.isEmpty()) {
            return Map.of();
        }
        List<String> names = List.copyOf(clouds.keySet());
        List<List<float[]>> samples = List.copyOf(clouds.values());
        RealMatrix means =
                new BlockRealMatrix(samples.stream().map(Discriminant::mean).toArray(double[][]::new));
        RealMatrix directions = means.multiply(inverse);
        return IntStream.range(0, names.size())
                .boxed()
                .collect(Collectors.toMap(
                        names::get,
                        cloud -> leaning(
                                directions.getRow(cloud),
                                means.getRow(cloud),
                                chance / samples.get(cloud).size())));
    }

    private static double[] mean(List<float[]> samples) {
        double[] mean = new double[samples.getFirst().length];
        for (float[] sample : samples) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += (double) sample[i] / samples.size();
            }
        }
        return mean;
    }

    /** Of samples about the mean of their topic; of very many, one in so many is looked at. */
    private static RealMatrix variance(List<List<float[]>> samples, int all) {
        int oneIn = Math.ceilDiv(all, ENOUGH);
        double[][] spread = new double[Math.ceilDiv(all, oneIn)][];
        int number = 0;
        for (List<float[]> topic : samples) {
            double[] mean = mean(topic);
            for (float[] sample : topic) {
                if (number % oneIn == 0) {
                    spread[number / oneIn] = minus(sample, mean);
                }
                number++;
            }
        }
        var from = new BlockRealMatrix(spread);
        // The means were made from all samples, and so lie nearer to them than to what is still to be asked.
        double degreesOfFreedom = spread.length * (1 - (double) samples.size() / all);
        return from.transposeMultiply(from).scalarMultiply(1 / degreesOfFreedom);
    }

    private static double[] minus(float[] sample, double[] mean) {
        return IntStream.range(0, mean.length)
                .mapToDouble(i -> sample[i] - mean[i])
                .toArray();
    }

    /** @param chance how much farther out than it should the mean is expected to lie */
    private static Leaning leaning(double[] direction, double[] mean, double chance) {
        float[] rounded = new float[direction.length];
        double out = 0;
        for (int i = 0; i < direction.length; i++) {
            rounded[i] = (float) direction[i];
            out += direction[i] * mean[i];
        }
        return new Leaning(rounded, (out - chance) / 2);
    }

    /**
     * The logarithm of how likely the question is among those about the topic, up to a summand that is the same for all
     * topics; empty for a topic without samples.
     *
     * @param question where the networks put it
     */
    OptionalDouble typicality(String topic, float[] question) {
        Leaning leaning = topics.get(topic);
        return leaning == null ? OptionalDouble.empty() : OptionalDouble.of(leaning.typicality(question));
    }

    /**
     * The subject outside of all topics that the question is most typical of; empty when there is none.
     *
     * @param question where the networks put it
     */
    Optional<Subject> outside(float[] question) {
        return outside.entrySet().stream()
                .map(subject -> new Subject(subject.getKey(), subject.getValue().typicality(question)))
                .max(Comparator.comparingDouble(Subject::typicality).thenComparing(Subject::name));
    }

    /**
     * How typical the question is of what any other topic is asked, at most; empty when there is none.
     *
     * @param question where the networks put it
     */
    OptionalDouble other(String topic, float[] question) {
        return topics.entrySet().stream()
                .filter(other -> !other.getKey().equals(topic))
                .mapToDouble(other -> other.getValue().typicality(question))
                .max();
    }

    /**
     * How typical the question is of asking for each section, by its code.
     *
     * @param question where the networks put it
     */
    Map<String, Double> sections(float[] question) {
        return sections.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, section -> section.getValue().typicality(question)));
    }
}
