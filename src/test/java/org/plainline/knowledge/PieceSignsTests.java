package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PieceSignsTests {
    private static final float[] CENTRE = new float[128];

    /** Above the centre in the first so many dimensions, below in the others. */
    private static float[] above(int dimensions) {
        float[] vector = new float[CENTRE.length];
        Arrays.fill(vector, -0.1f);
        Arrays.fill(vector, 0, dimensions, 0.1f);
        return vector;
    }

    private static PieceSigns signs(float[]... vectors) {
        return PieceSigns.of(List.of(vectors), CENTRE);
    }

    private static double closeness(PieceSigns some, PieceSigns others, double... weights) {
        return some.closeness(weights, others);
    }

    @Test
    void areLikeAsFarAsTheyLieOnTheSameSide() {
        PieceSigns piece = signs(above(64));

        assertThat(closeness(piece, signs(above(64)), 1)).isEqualTo(1);
        assertThat(closeness(piece, signs(above(96)), 1)).isCloseTo(0.5, within(1e-9));
        assertThat(closeness(piece, signs(above(128)), 1)).isZero();
        assertThat(closeness(signs(above(0)), signs(above(128)), 1)).isEqualTo(-1);
    }

    @Test
    void takeTheLikestOfManyAndWeighEach() {
        PieceSigns topic = PieceSigns.joined(List.of(signs(above(0), above(128)), signs(above(60))));

        assertThat(topic.size()).isEqualTo(3);
        assertThat(closeness(signs(above(0), above(64)), topic, 0, 1)).isCloseTo(1 - 2 * 4 / 128.0, within(1e-9));
        assertThat(closeness(signs(above(0), above(64)), topic, 0.5, 0.5)).isCloseTo(1 - 4 / 128.0, within(1e-9));
    }

    @Test
    void areLikeNothingWhereThereIsNothing() {
        assertThat(closeness(signs(above(64)), PieceSigns.NONE, 1)).isZero();
        assertThat(closeness(PieceSigns.NONE, signs(above(64)))).isZero();
        assertThat(PieceSigns.joined(List.of()).size()).isZero();
    }

    @Test
    void areReadAsTheyWereWritten() throws IOException {
        PieceSigns written = signs(above(3), above(77));
        var bytes = new ByteArrayOutputStream();
        written.write(new DataOutputStream(bytes));

        var in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        PieceSigns read = PieceSigns.read(in, CENTRE.length);

        assertThat(read.size()).isEqualTo(2);
        assertThat(closeness(read, written, 0.5, 0.5)).isEqualTo(1);
    }
}
