package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiscriminantTests {
    private static final String COAL = "coal";
    private static final String RENT = "rent";

    /** How it is told varies widely within a topic; what it is about tells the topics apart. */
    private static float[] told(double manner, double matter) {
        return new float[] {(float) manner, (float) matter};
    }

    private static Discriminant of(Map<String, List<float[]>> samples) {
        return Discriminant.of(samples, Map.of(), Map.of());
    }

    private static double lead(Discriminant discriminant, float[] question) {
        return discriminant.typicality(COAL, question).orElseThrow()
                - discriminant.typicality(RENT, question).orElseThrow();
    }

    @Test
    void isNotTakenInByTheManner() {
        var discriminant = of(Map.of(
                COAL, List.of(told(-38, 3), told(4, 3.1), told(40, 2.9)),
                RENT, List.of(told(-36, -3), told(-4, -3.1), told(34, -2.9))));

        // Both the nearest sample and the nearer mean are the other topic's, of which people tell in the same way.
        assertThat(lead(discriminant, told(-5, 3))).isPositive();
        assertThat(lead(discriminant, told(5, -3))).isNegative();
    }

    @Test
    void tellsWhatIsOutsideOfAllTopics() {
        var discriminant = Discriminant.of(
                Map.of(COAL, List.of(told(1, 5), told(-1, 5.1)), RENT, List.of(told(1, -5), told(-1, -5.1))),
                Map.of(
                        "weather",
                        List.of(told(20, 0), told(21, 0.1)),
                        "football",
                        List.of(told(-20, 0), told(-21, 0.1))),
                Map.of());
        float[] asked = told(19, 1);

        var subject = discriminant.outside(asked).orElseThrow();

        assertThat(subject.name()).isEqualTo("weather");
        assertThat(subject.typicality())
                .isGreaterThan(discriminant.typicality(COAL, asked).orElseThrow());
        float[] ours = told(0, 4);
        assertThat(discriminant.outside(ours).orElseThrow().typicality())
                .isLessThan(discriminant.typicality(COAL, ours).orElseThrow());
        assertThat(discriminant.typicality("weather", asked)).isEmpty();
        assertThat(of(Map.of(COAL, List.of(told(1, 0), told(2, 0)), RENT, List.of(told(0, 1), told(0, 2))))
                        .outside(asked))
                .isEmpty();
    }

    @Test
    void tellsWhichSectionIsAskedForAndThinksOfTopicsAsBefore() {
        Map<String, List<float[]>> topics =
                Map.of(COAL, List.of(told(1, 5), told(-1, 5.1)), RENT, List.of(told(1, -5), told(-1, -5.1)));
        var discriminant = Discriminant.of(
                topics, Map.of(), Map.of("bring", List.of(told(9, 0)), "how-long", List.of(told(-9, 0), told(-8, 1))));
        float[] asked = told(8, 1);

        Map<String, Double> sections = discriminant.sections(asked);

        assertThat(sections).containsOnlyKeys("bring", "how-long");
        assertThat(sections.get("bring")).isGreaterThan(sections.get("how-long"));
        assertThat(lead(discriminant, asked)).isEqualTo(lead(of(topics), asked));
        assertThat(discriminant.other(COAL, asked)).isEqualTo(discriminant.typicality(RENT, asked));
    }

    @Test
    void knowsNothingOfATopicWithoutSamples() {
        var discriminant = of(Map.of(COAL, List.of(told(1, 0), told(2, 0)), RENT, List.of(told(0, 1), told(0, 2))));

        assertThat(discriminant.typicality("funeral", told(1, 1))).isEmpty();
    }

    @Test
    void needsSeveralTopicsAndSeveralSamples() {
        assertThat(of(Map.of()).typicality(COAL, told(1, 1))).isEmpty();
        assertThat(of(Map.of(COAL, List.of(told(1, 0), told(2, 0)))).typicality(COAL, told(1, 1)))
                .isEmpty();
        assertThat(of(Map.of(COAL, List.of(told(1, 0)), RENT, List.of(told(0, 1))))
                        .typicality(COAL, told(1, 1)))
                .isEmpty();
    }

    @Test
    void takesSamplesThatAreAllTheSame() {
        var discriminant = of(Map.of(COAL, List.of(told(1, 0), told(1, 0)), RENT, List.of(told(0, 1), told(0, 1))));

        assertThat(lead(discriminant, told(0.9, 0.1))).isPositive().isFinite();
    }

    @Test
    void doesNotHoldItsFewSamplesAgainstATopic() {
        var random = new Random(1);
        int dimensions = 40;
        List<float[]> many = alike(random, dimensions, 400);
        double leadOfFew = IntStream.range(0, 400)
                .mapToDouble(_ -> lead(
                        of(Map.of(COAL, alike(random, dimensions, 2), RENT, many)),
                        alike(random, dimensions, 1).getFirst()))
                .average()
                .orElseThrow();

        assertThat(leadOfFew).isCloseTo(0, within(0.5));
    }

    @Test
    void learnsTheSpreadOfVeryManyTopicsFromSomeOfTheirSamples() {
        var random = new Random(1);
        Map<String, List<float[]>> samples = new HashMap<>();
        IntStream.range(0, 4_000)
                .forEach(i -> samples.put("other-" + i, samples(random, 100 * random.nextGaussian(), 5)));
        samples.put(COAL, samples(random, 10, 3_000));
        samples.put(RENT, samples(random, -10, 3_000));

        // Means at 10 and -10, matter of variance 1, manner of 9, and twice the mean of both on top.
        assertThat(lead(of(samples), told(0, 5))).isCloseTo(20 * 5 / (1 + 2 * 5.0), within(0.9));
    }

    private static List<float[]> alike(Random random, int dimensions, int number) {
        return IntStream.range(0, number)
                .mapToObj(_ -> {
                    float[] sample = new float[dimensions];
                    for (int i = 0; i < dimensions; i++) {
                        sample[i] = (float) random.nextGaussian();
                    }
                    return sample;
                })
                .toList();
    }

    private static List<float[]> samples(Random random, double matter, int number) {
        return IntStream.range(0, number)
                .mapToObj(_ -> told(3 * random.nextGaussian(), matter + random.nextGaussian()))
                .toList();
    }
}
