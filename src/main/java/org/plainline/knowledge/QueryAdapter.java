package org.plainline.knowledge;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.plainline.resident.Language;

/**
 * Moves a question to where its answers are. The networks were trained to bring like texts together, and what somebody
 * tells of their trouble is not much like the paragraph that helps. A linear map, learned from questions with known
 * right articles ({@code Teaching} learns one anew); passages stay where they are.
 */
final class QueryAdapter {
    /** What is added to a question's vector for each of its own dimensions. */
    private final float[][] shifts;

    private QueryAdapter(float[][] shifts) {
        this.shifts = shifts;
    }

    static QueryAdapter load(Language language) {
        String name = "/query-adapters/" + language.code() + ".bin";
        try (InputStream resource = Objects.requireNonNull(
                QueryAdapter.class.getResourceAsStream(name), () -> name + " is not on the class path")) {
            return read(resource);
        } catch (IOException broken) {
            throw new UncheckedIOException(name + " cannot be read", broken);
        }
    }

    /** The number of dimensions; for each of them a scale, and in its 127ths a signed byte for each dimension. */
    static QueryAdapter read(InputStream stream) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(stream));
        int dimensions = in.readInt();
        float[][] shifts = new float[dimensions][dimensions];
        for (float[] shift : shifts) {
            float unit = in.readFloat() / Byte.MAX_VALUE;
            for (int i = 0; i < dimensions; i++) {
                shift[i] = unit * in.readByte();
            }
        }
        return new QueryAdapter(shifts);
    }

    /**
     * @param question of length 1
     * @return of length 1
     */
    float[] adapted(float[] question) {
        if (question.length != shifts.length) {
            throw new IllegalArgumentException(
                    "learned for %d dimensions, not %d".formatted(shifts.length, question.length));
        }
        float[] moved = moved(question, shifts);
        Encoder.toLengthOne(moved);
        return moved;
    }

    /** Of any length. */
    static float[] moved(float[] question, float[][] shifts) {
        float[] moved = question.clone();
        for (int i = 0; i < question.length; i++) {
            add(question[i], shifts[i], moved);
        }
        return moved;
    }

    /** Adds so much of a shift. */
    static void add(float weight, float[] shift, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * shift[i];
        }
    }
}
