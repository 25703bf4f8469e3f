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

/** One neural network that turns a text into a vector for each of its pieces and one for the whole. Thread-safe. */
final class Encoder {
    /** A question of that length has said what it is about; time grows with the square. */
    private static final int QUESTION_PIECES = 256;

    /** Below it a text is hardly words at all; see {@link WordPieces#telling}. */
    static final double LEAST_TELLING = 0.2;

    /** Enough of such a text, so that nobody can keep the processors busy with it. */
    private static final int NOISE_PIECES = 24;

    /** The networks were trained on no more. */
    private static final int PASSAGE_PIECES = 512;

    /** The networks there are, each with what it was trained to find before a question and before a passage. */
    enum Kind {
        /** Their instructions would make a short question twice as long, and find no more. */
        BGE_CHINESE("bge-small-zh-v1.5-q", "", "", false),
        BGE_ENGLISH("bge-small-en-v1.5-q", "", "", false),
        E5_ENGLISH("e5-small-v2-q", "query: ", "passage: ", true);

        private final String resource;
        private final String beforeQuestion;
        private final String beforePassage;
        private final boolean isMean;

        /** @param isMean whether the mean of all pieces stands for the whole; else the mark of beginning does */
        Kind(String resource, String beforeQuestion, String beforePassage, boolean isMean) {
            this.resource = resource;
            this.beforeQuestion = beforeQuestion;
            this.beforePassage = beforePassage;
            this.isMean = isMean;
        }

        String resource() {
            return resource;
        }
    }

    private final Kind kind;
    private final WordPieces vocabulary;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private Encoder(Kind kind) throws OrtException, IOException {
        this.kind = kind;
        this.vocabulary = WordPieces.read(resource(kind.resource + "-tokenizer.json"));
        this.environment = NetworkRuntime.ENVIRONMENT;
        try (InputStream network = resource(kind.resource + ".onnx")) {
            this.session = environment.createSession(network.readAllBytes(), options());
        }
    }

    /** Takes up to half a second. */
    static Encoder load(Kind kind) {
        try {
            return new Encoder(kind);
        } catch (OrtException | IOException unusable) {
            throw new IllegalStateException("The network " + kind.resource + " cannot be loaded", unusable);
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
                Encoder.class.getResourceAsStream("/" + name), () -> name + " is not on the class path");
    }

    WordPieces vocabulary() {
        return vocabulary;
    }

    /** Its own pieces only, without the marks of beginning and end and what stands before every question. */
    Encoded question(String text) {
        long[] all = vocabulary.of(kind.beforeQuestion + text, QUESTION_PIECES);
        long[] numbers = all.length > NOISE_PIECES && vocabulary.telling(all) < LEAST_TELLING
                ? vocabulary.of(kind.beforeQuestion + text, NOISE_PIECES)
                : all;
        int begin = vocabulary.of(kind.beforeQuestion, QUESTION_PIECES).length - 1;
        int end = Math.max(begin, numbers.length - 1);
        return encoded(numbers).only(begin, end);
    }

    /** All its pieces. */
    Encoded passage(String text, boolean isSaid) {
        return encoded(vocabulary.of((isSaid ? kind.beforeQuestion : kind.beforePassage) + text, PASSAGE_PIECES));
    }

    private Encoded encoded(long[] numbers) {
        List<float[]> rows = run(numbers);
        float[] whole = kind.isMean ? mean(rows) : rows.getFirst().clone();
        rows.forEach(Encoder::toLengthOne);
        toLengthOne(whole);
        return new Encoded(whole, Arrays.stream(numbers).boxed().toList(), rows);
    }

    private List<float[]> run(long[] numbers) {
        long[] shape = {1, numbers.length};
        long[] ones = new long[numbers.length];
        Arrays.fill(ones, 1);
        try (var ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[numbers.length]), shape);
                var result = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return rows((OnnxTensor) result.get(0), numbers.length);
        } catch (OrtException failed) {
            throw new IllegalStateException("The network " + kind.resource + " failed", failed);
        }
    }

    private static List<float[]> rows(OnnxTensor result, int number) {
        FloatBuffer all = result.getFloatBuffer();
        List<float[]> rows = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            float[] row = new float[all.capacity() / number];
            all.get(row);
            rows.add(row);
        }
        return rows;
    }

    /** Of vectors of the same length, at least one. */
    static float[] mean(List<float[]> vectors) {
        float[] mean = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        }
        return mean;
    }

    /** One of length 0 stays. */
    static void toLengthOne(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        float length = square == 0 ? 1 : (float) Math.sqrt(square);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
    }
}
