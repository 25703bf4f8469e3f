package org.plainline.knowledge;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A topic that bears on a text.
 *
 * @param score comparable only within one search
 * @param words score by words, comparable between searches
 * @param meaning mean cosine of its nearest passages; 0 where meaning was not looked at
 * @param nearness cosine of its nearest passage; 0 where meaning was not looked at
 * @param closeness -1 to 1, how like the text's words are to the likest of its own; 0 where they were not looked at
 * @param typicality how much more typical the text is of what the topic is asked than of what the other ones are; 0
 *     where nothing tells
 * @param rival what the text may be about instead; null where nothing tells
 * @param best the passage that matched best by words
 * @param nearest the passage that is nearest in meaning; null where meaning was not looked at
 */
record Recall(
        String topic,
        double score,
        double words,
        double meaning,
        double nearness,
        double closeness,
        double typicality,
        @Nullable Rival rival,
        Passage best,
        @Nullable Passage nearest) {
    static final Comparator<Recall> BEST_FIRST =
            Comparator.comparingDouble(Recall::score).reversed().thenComparing(Recall::topic);

    static Recall byWords(String topic, double score, Passage best) {
        return new Recall(topic, score, score, 0, 0, 0, 0, null, best, null);
    }

    Recall ranked(double newScore) {
        return new Recall(topic, newScore, words, meaning, nearness, closeness, typicality, rival, best, nearest);
    }

    Recall read(double newCloseness, double newTypicality, @Nullable Rival newRival) {
        return new Recall(topic, score, words, meaning, nearness, newCloseness, newTypicality, newRival, best, nearest);
    }
}
