package org.plainline.knowledge;

import org.jspecify.annotations.Nullable;

/** How much one topic's passages, together, bear on a question. */
final class Bearing {
    /** A story that touches many passages of a topic is about it, even when no single one fits well. */
    private static final double SHARE_OF_THE_REST = 0.2;

    private double highest;
    private double sum;
    private @Nullable Passage best;

    void add(Passage passage, double score) {
        sum += score;
        if (best == null || score > highest) {
            highest = score;
            best = passage;
        }
    }

    double score() {
        return highest + SHARE_OF_THE_REST * (sum - highest);
    }

    Passage best() {
        if (best == null) {
            throw new IllegalStateException("No passage was added");
        }
        return best;
    }
}
