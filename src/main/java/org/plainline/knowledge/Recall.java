package org.plainline.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * A topic that bears on a text.
 *
 * @param score comparable only within one search
 * @param words score by words, comparable between searches
 * @param meaning mean cosine of its nearest passages; 0 where meaning was not looked at
 * @param nearness cosine of its nearest passage; 0 where meaning was not looked at
 * @param best the passage that matched best by words
 * @param nearest the passage that is nearest in meaning; null where meaning was not looked at
 */
record Recall(
        String topic,
        double score,
        double words,
        double meaning,
        double nearness,
        Passage best,
        @Nullable Passage nearest) {
    static Recall byWords(String topic, double score, Passage best) {
        return new Recall(topic, score, score, 0, 0, best, null);
    }

    Recall ranked(double newScore) {
        return new Recall(topic, newScore, words, meaning, nearness, best, nearest);
    }
}
