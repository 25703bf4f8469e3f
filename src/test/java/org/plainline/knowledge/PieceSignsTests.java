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

    @Test
    void areLikeAsFarAsTheyLieOnTheSameSide() {
        PieceSigns piece = signs(above(64));

        assertThat(piece.likest(0, signs(above(64)))).isEqualTo(1);
        assertThat(piece.likest(0, signs(above(96)))).isCloseTo(0.5, within(1e-9));
        assertThat(piece.likest(0, signs(above(128)))).isZero();
    }

    @Test
    void takeTheLikestOfMany() {
        PieceSigns topic = PieceSigns.joined(List.of(signs(above(0), above(128)), signs(above(60))));

        assertThat(topic.size()).isEqualTo(3);
        assertThat(signs(above(0), above(64)).likest(1, topic)).isCloseTo(1 - 2 * 4 / 128.0, within(1e-9));
    }

    @Test
    void areLikeNothingWhereThereIsNothing() {
        assertThat(signs(above(64)).likest(0, PieceSigns.NONE)).isZero();
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
        assertThat(read.likest(1, written)).isEqualTo(1);
        assertThat(written.likest(0, read)).isEqualTo(1);
    }
}
