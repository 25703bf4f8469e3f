package org.plainline.knowledge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How near in meaning one topic's passages are to a question: the nearest of every kind counts. */
@SuppressWarnings("EnumOrdinal") // asked for every question of every topic; a map would box every figure
final class Likeness {
    private static final Passage.Kind[] KINDS = Passage.Kind.values();

    private final float[] best = new float[KINDS.length];
    private @Nullable Passage nearest;
    private float highest = Float.NEGATIVE_INFINITY;

    Likeness() {
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
    }

    void add(Passage passage, float cosine) {
        int kind = passage.kind().ordinal();
        best[kind] = cosine;
        if (cosine > highest) {
            highest = cosine;
            nearest = passage;
        }
    }

    /** -1 to 1: the mean over the kinds of passages that the topic has. */
    double mean() {
        double sum = 0;
        double weights = 0;
        for (Passage.Kind kind : KINDS) {
            if (best[kind.ordinal()] > Float.NEGATIVE_INFINITY) {
                sum += kind.meaning() * best[kind.ordinal()];
                weights += kind.meaning();
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }

    /** The cosine of the nearest passage. */
    double highest() {
        return highest;
    }

    Passage nearest() {
        if (nearest == null) {
            throw new IllegalStateException("No passage was added");
        }
        return nearest;
    }
}
