package org.plainline.knowledge;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins what was found by words and by meaning. Each is measured in standard deviations from its mean over all topics,
 * so that neither a long question nor a model with a narrow range outvotes the other. The square root keeps a single
 * word that fits very well from deciding alone. The weight was chosen once for all development sets together.
 */
final class Fusion {
    private static final double MEANING = 0.7;

    private Fusion() {}

    /**
     * @param words of the topics that share any
     * @param meanings of all topics; empty to go by words
     * @param retrieval by meaning alone or by both
     * @return topics best first
     */
    static List<Recall> of(Collection<Recall> words, Map<String, Likeness> meanings, Retrieval retrieval) {
        if (meanings.isEmpty()) {
            return words.stream().sorted(Recall.BEST_FIRST).toList();
        }
        double share = retrieval == Retrieval.MEANING ? 1 : MEANING;
        Map<String, Recall> byTopic = new HashMap<>();
        words.forEach(recall -> byTopic.put(recall.topic(), recall));
        Set<String> topics = new HashSet<>(meanings.keySet());
        topics.addAll(byTopic.keySet());
        var byWords = new Spread(topics.size());
        byTopic.values().forEach(recall -> byWords.add(Math.sqrt(recall.words())));
        var byMeaning = new Spread(meanings.size());
        meanings.values().forEach(likeness -> byMeaning.add(likeness.mean()));
        return topics.stream()
                .map(topic -> joined(byTopic.get(topic), meanings.get(topic), topic))
                .map(recall -> recall.ranked((1 - share) * byWords.deviation(Math.sqrt(recall.words()))
                        + (recall.nearest() == null ? 0 : share * byMeaning.deviation(recall.meaning()))))
                .sorted(Recall.BEST_FIRST)
                .toList();
    }

    /** A topic that was just published may have words only. */
    private static Recall joined(@Nullable Recall words, @Nullable Likeness likeness, String topic) {
        if (likeness == null) {
            return Objects.requireNonNull(words);
        }
        return new Recall(
                topic,
                0,
                words == null ? 0 : words.words(),
                likeness.mean(),
                likeness.highest(),
                0,
                0,
                null,
                words == null ? likeness.nearest() : words.best(),
                likeness.nearest());
    }

    /** Mean and standard deviation of as many figures as there are topics; those not added are 0. */
    private static final class Spread {
        private final int size;
        private double sum;
        private double squares;

        Spread(int size) {
            this.size = size;
        }

        void add(double figure) {
            sum += figure;
            squares += figure * figure;
        }

        double deviation(double figure) {
            double mean = sum / size;
            double deviation = Math.sqrt(Math.max(0, squares / size - mean * mean));
            return deviation < 1e-9 ? 0 : (figure - mean) / deviation;
        }
    }
}
