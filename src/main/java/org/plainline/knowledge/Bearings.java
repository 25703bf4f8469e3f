package org.plainline.knowledge;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How much the passages of each topic, together, bear on a question. Topics and passages go by their numbers. */
final class Bearings {
    /** A story that touches many passages of a topic is about it, even when no single one fits well. */
    private static final double SHARE_OF_THE_REST = 0.2;

    private static final int NONE = -1;

    private final double[] highest;
    private final double[] sum;
    private final int[] best;

    Bearings(int topics) {
        this.highest = new double[topics];
        this.sum = new double[topics];
        this.best = new int[topics];
        Arrays.fill(best, NONE);
    }

    void add(int topic, int passage, double score) {
        sum[topic] += score;
        if (best[topic] == NONE || score > highest[topic]) {
            highest[topic] = score;
            best[topic] = passage;
        }
    }

    /** Those of which a passage was added. */
    IntStream topics() {
        return IntStream.range(0, best.length).filter(topic -> best[topic] != NONE);
    }

    double score(int topic) {
        return highest[topic] + SHARE_OF_THE_REST * (sum[topic] - highest[topic]);
    }

    int best(int topic) {
        return best[topic];
    }
}
