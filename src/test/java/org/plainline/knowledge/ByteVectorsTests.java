package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ByteVectorsTests {
    private static final int DIMENSIONS = 386;
    private static final int EMPTY = 17;
    private final Random random = new Random(1);

    @Test
    void comeWithinTwoThousandthsOfTheCosine() {
        List<float[]> vectors =
                IntStream.range(0, 500).mapToObj(_ -> random(DIMENSIONS)).toList();
        var rounded = ByteVectors.of(vectors);

        for (int i = 0; i < 50; i++) {
            float[] other = random(DIMENSIONS);
            float[] cosines = rounded.cosines(other);
            assertThat(cosines).hasSize(500);
            for (int place = 0; place < cosines.length; place++) {
                assertThat((double) cosines[place]).isCloseTo(product(vectors.get(place), other), within(0.002));
            }
        }
    }

    @Test
    void takeASingleVectorAndNone() {
        float[] only = random(DIMENSIONS);

        assertThat(ByteVectors.of(List.of(only)).cosines(only)).hasSize(1);
        assertThat(ByteVectors.of(List.of(only)).cosines(only)[0]).isCloseTo(1, within(0.002f));
        assertThat(ByteVectors.of(List.of()).cosines(only)).isEmpty();
    }

    /** Of length 1, with nothing in one of the dimensions. */
    private float[] random(int dimensions) {
        float[] vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = i == EMPTY ? 0 : (float) random.nextGaussian();
        }
        double length = Math.sqrt(product(vector, vector));
        for (int i = 0; i < dimensions; i++) {
            vector[i] /= (float) length;
        }
        return vector;
    }

    private static double product(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += (double) one[i] * other[i];
        }
        return product;
    }
}
