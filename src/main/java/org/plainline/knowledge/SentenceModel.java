package org.plainline.knowledge;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plainline.resident.Language;

/** Turns a text of one language into a vector that is near those of texts with a like meaning. Safe for all threads. */
final class SentenceModel {
    /** A question of that length has said what it is about; time grows with the square. */
    private static final int QUESTION_PIECES = 256;

    /** The models were trained on no more. */
    private static final int PASSAGE_PIECES = 512;

    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private SentenceModel(String name) throws OrtException, IOException {
        this.pieces = WordPieces.read(resource(name + "-tokenizer.json"));
        this.environment = OrtEnvironment.getEnvironment();
        try (InputStream model = resource(name + ".onnx")) {
            this.session = environment.createSession(model.readAllBytes(), options());
        }
    }

    /** Takes up to half a second. */
    static SentenceModel load(Language language) {
        try {
            return new SentenceModel(name(language));
        } catch (OrtException | IOException unusable) {
            throw new IllegalStateException("The sentence model cannot be loaded", unusable);
        }
    }

    /** One thread a question: questions come many at a time, and there are other things to do. */
    private static SessionOptions options() throws OrtException {
        var options = new SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        return options;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                SentenceModel.class.getResourceAsStream("/" + name), () -> name + " is not on the class path");
    }

    /** Another name when vectors of the same text become other ones. */
    static String name(Language language) {
        return language == Language.ZH ? "bge-small-zh-v1.5-q" : "bge-small-en-v1.5-q";
    }

    /** The numbers of a question's pieces, with the marks of beginning and end. */
    long[] pieces(String question) {
        return pieces.of(question, QUESTION_PIECES);
    }

    WordPieces vocabulary() {
        return pieces;
    }

    /** Vectors of length 1, one for each of the pieces; the first, of the mark of beginning, stands for the whole. */
    List<float[]> passage(String text) {
        return vectors(pieces.of(text, PASSAGE_PIECES));
    }

    /** Vectors of length 1, one for each of the pieces; the first, of the mark of beginning, stands for the whole. */
    List<float[]> vectors(long[] numbers) {
        long[] shape = {1, numbers.length};
        long[] ones = new long[numbers.length];
        Arrays.fill(ones, 1);
        try (var ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[numbers.length]), shape);
                var result = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return rows((OnnxTensor) result.get(0), numbers.length);
        } catch (OrtException failed) {
            throw new IllegalStateException("The sentence model failed", failed);
        }
    }

    private static List<float[]> rows(OnnxTensor result, int number) {
        FloatBuffer all = result.getFloatBuffer();
        List<float[]> rows = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            float[] row = new float[all.capacity() / number];
            all.get(row);
            rows.add(ofLengthOne(row));
        }
        return rows;
    }

    private static float[] ofLengthOne(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
