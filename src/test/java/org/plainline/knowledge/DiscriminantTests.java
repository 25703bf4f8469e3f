package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static double lead(Discriminant discriminant, float[] question) {
        return discriminant.typicality(COAL, question).orElseThrow()
                - discriminant.typicality(RENT, question).orElseThrow();
    }

    @Test
    void isNotTakenInByTheManner() {
        var discriminant = Discriminant.of(Map.of(
                COAL, List.of(told(-30, 3), told(-10, 3.1), told(40, 2.9)),
                RENT, List.of(told(-40, -3), told(10, -3.1), told(30, -2.9))));

        // Nearest of all is a sample about the other topic that is told in the same way.
        assertThat(lead(discriminant, told(30, 1))).isPositive();
        assertThat(lead(discriminant, told(-30, -1))).isNegative();
        assertThat(lead(discriminant, told(30, 3))).isGreaterThan(lead(discriminant, told(30, 1)));
    }

    @Test
    void knowsNothingOfATopicWithoutSamples() {
        var discriminant =
                Discriminant.of(Map.of(COAL, List.of(told(1, 0), told(2, 0)), RENT, List.of(told(0, 1), told(0, 2))));

        assertThat(discriminant.typicality("funeral", told(1, 1))).isEmpty();
    }

    @Test
    void needsSeveralTopicsAndSeveralSamples() {
        assertThat(Discriminant.of(Map.of()).typicality(COAL, told(1, 1))).isEmpty();
        assertThat(Discriminant.of(Map.of(COAL, List.of(told(1, 0), told(2, 0))))
                        .typicality(COAL, told(1, 1)))
                .isEmpty();
        assertThat(Discriminant.of(Map.of(COAL, List.of(told(1, 0)), RENT, List.of(told(0, 1))))
                        .typicality(COAL, told(1, 1)))
                .isEmpty();
    }

    @Test
    void takesSamplesThatAreAllTheSame() {
        var discriminant =
                Discriminant.of(Map.of(COAL, List.of(told(1, 0), told(1, 0)), RENT, List.of(told(0, 1), told(0, 1))));

        assertThat(lead(discriminant, told(0.9, 0.1))).isPositive().isFinite();
    }

    @Test
    void learnsTheSameFromSomeOfVeryManySamples() {
        var random = new Random(1);
        List<float[]> coal = samples(random, 10);
        List<float[]> rent = samples(random, -10);
        var many = Discriminant.of(Map.of(COAL, coal, RENT, rent));
        var few = Discriminant.of(Map.of(COAL, coal.subList(0, 1_500), RENT, rent.subList(0, 1_500)));

        float[] question = told(0, 5);
        assertThat(lead(many, question) / lead(few, question)).isBetween(0.9, 1.1);
    }

    private static List<float[]> samples(Random random, double matter) {
        return IntStream.range(0, 10_000)
                .mapToObj(_ -> told(3 * random.nextGaussian(), matter + random.nextGaussian()))
                .toList();
    }
}
