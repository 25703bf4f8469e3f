package org.plainline.knowledge;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a question means: vectors of length 1 for the whole, one near its answers and one where the networks put it, and
 * its pieces of words in their context.
 */
final class Asked {
    /** Of a long story, so many pieces before its end are compared one by one. */
    private static final int COMPARED = 64;

    private final float[] moved;
    private final float[] unmoved;
    private final PieceSigns pieces;

    /** Of the pieces, together 1, or all 0 for a question without words. */
    private final double[] weights;

    private Asked(Encoded read, float[] moved, PieceSigns pieces, double[] weights) {
        this.unmoved = read.whole();
        this.moved = moved;
        this.pieces = pieces;
        this.weights = weights;
    }

    static Asked of(String question, SentenceModel model, float[] centre) {
        Encoded all = model.question(question);
        int size = all.numbers().size();
        Encoded compared = all.only(Math.max(0, size - COMPARED), size);
        return new Asked(
                all,
                model.moved(all.whole()),
                PieceSigns.of(compared.vectors(), centre),
                weights(compared.numbers(), model.vocabulary()));
    }

    /**
     * Words weigh alike and marks nothing, but half of all weight is the last sentence's: a story leads to its
     * question.
     */
    private static double[] weights(List<Long> pieces, WordPieces vocabulary) {
        int last = pieces.size();
        while (last > 0 && vocabulary.isMark(pieces.get(last - 1))) {
            last--;
        }
        while (last > 0 && !vocabulary.endsSentence(pieces.get(last - 1))) {
            last--;
        }
        double[] weights = new double[pieces.size()];
        share(0.5, weights, pieces, 0, vocabulary);
        share(0.5, weights, pieces, last, vocabulary);
        return weights;
    }

    private static void share(double weight, double[] weights, List<Long> pieces, int begin, WordPieces vocabulary) {
        int[] words = IntStream.range(begin, weights.length)
                .filter(place -> !vocabulary.isMark(pieces.get(place)))
                .toArray();
        for (int place : words) {
            weights[place] += weight / words.length;
        }
    }

    float[] moved() {
        return moved;
    }

    float[] unmoved() {
        return unmoved;
    }

    /** -1 to 1: how like its words are to the likest of a topic's, on the average; 0 for a question without words. */
    double closeness(PieceSigns topic) {
        return pieces.closeness(weights, topic);
    }
}
