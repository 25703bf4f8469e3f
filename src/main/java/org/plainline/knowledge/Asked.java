package org.plainline.knowledge;

import java.util.List;
import java.util.stream.IntStream;

/** What a question means: a vector of length 1 for the whole, and its pieces of words in their context. */
final class Asked {
    /** Of a long story, so many pieces before its end are compared one by one. */
    private static final int COMPARED = 64;

    private final float[] whole;
    private final PieceSigns pieces;

    /** Of the pieces, together 1, or all 0 for a question without words. */
    private final double[] weights;

    private Asked(float[] whole, PieceSigns pieces, double[] weights) {
        this.whole = whole;
        this.pieces = pieces;
        this.weights = weights;
    }

    /** @param instruction what the model was trained to find before a question; it has no part in the pieces */
    static Asked of(String instruction, String question, SentenceModel model, float[] centre) {
        long[] pieces = model.pieces(instruction + question);
        int begin = model.pieces(instruction).length - 1;
        int to = Math.max(begin, pieces.length - 1);
        int from = Math.max(begin, to - COMPARED);
        List<float[]> vectors = model.vectors(pieces);
        return new Asked(
                vectors.getFirst(),
                PieceSigns.of(vectors.subList(from, to), centre),
                weights(pieces, from, to, model.vocabulary()));
    }

    /**
     * Words weigh alike and marks nothing, but half of all weight is the last sentence's: a story leads to its
     * question.
     */
    private static double[] weights(long[] pieces, int from, int to, WordPieces vocabulary) {
        int lastWord = to - 1;
        while (lastWord > from && vocabulary.isMark(pieces[lastWord])) {
            lastWord--;
        }
        int last = lastWord;
        while (last > from && !vocabulary.endsSentence(pieces[last - 1])) {
            last--;
        }
        double[] weights = new double[to - from];
        share(0.5, weights, pieces, from, from, vocabulary);
        share(0.5, weights, pieces, from, last, vocabulary);
        return weights;
    }

    private static void share(
            double weight, double[] weights, long[] pieces, int from, int begin, WordPieces vocabulary) {
        int[] words = IntStream.range(begin, from + weights.length)
                .filter(place -> !vocabulary.isMark(pieces[place]))
                .toArray();
        for (int place : words) {
            weights[place - from] += weight / words.length;
        }
    }

    float[] whole() {
        return whole;
    }

    /** -1 to 1: how like its words are to the likest of a topic's, on the average; 0 for a question without words. */
    double closeness(PieceSigns topic) {
        return pieces.closeness(weights, topic);
    }
}
