package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainline.resident.Language;

/** A question is moved to where its answers are, and stays a direction. */
class QueryAdapterTests {
    /** Of two dimensions: the first leads half way to the second, the second nowhere. */
    private static QueryAdapter half() throws Exception {
        byte[] learned = ByteBuffer.allocate(4 + 2 * (4 + 2))
                .putInt(2)
                .putFloat(0.5f)
                .put((byte) 0)
                .put((byte) 127)
                .putFloat(1)
                .putShort((short) 0)
                .array();
        return QueryAdapter.read(new ByteArrayInputStream(learned));
    }

    @Test
    void addsWhatWasLearnedForEachDimension() throws Exception {
        float[] moved = half().adapted(new float[] {1, 0});

        assertThat(moved[1] / moved[0]).isCloseTo(0.5f, within(1e-6f));
        assertThat(half().adapted(new float[] {0, 1})).containsExactly(0, 1);
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheLengthInEveryLanguage(Language language) {
        float[] question = SentenceModel.networks(language).question("help").whole();

        float[] moved = QueryAdapter.load(language).adapted(question);

        double square = 0;
        for (float value : moved) {
            square += value * value;
        }
        assertThat(square).isCloseTo(1, within(1e-4));
        assertThat(Arrays.equals(moved, question)).as("nothing was learned").isFalse();
    }

    @Test
    void refusesVectorsOfOtherNetworks() throws Exception {
        QueryAdapter adapter = half();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> adapter.adapted(new float[] {1, 0, 0}))
                .withMessageContaining("2 dimensions");
    }

    @Test
    void refusesAFileThatIsCutOff() {
        assertThatThrownBy(() -> QueryAdapter.read(new ByteArrayInputStream(new byte[] {0, 0, 0, 2, 0})))
                .isInstanceOf(EOFException.class);
    }
}
