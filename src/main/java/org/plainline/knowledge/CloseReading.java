package org.plainline.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.plainline.resident.Language;

/**
 * Ranks the likeliest topics again by a closer look, which would take too long for all of them: word for word in
 * meaning ({@link Asked#closeness}), what share of the question's informative words each one covers, and how typical
 * the question is of what each one is asked ({@link Discriminant}). Figures are taken as they are and not measured
 * against those of the other topics, so that a sign on which all the topics are alike, such as words where nobody has
 * the same ones, decides little. The weights were fitted to all development sets of a language together, that of
 * typicality and English coverage to our own, which alone have sample questions; a language's models' cosines have a
 * range of their own.
 */
final class CloseReading {
    /** The right topic is hardly ever farther down. */
    static final int TOPICS = 30;

    /** What a language's figures weigh beside the logarithm of the score by words. */
    private record Weights(double meaning, double closeness, double coverage, double typicality) {
        static Weights of(Language language) {
            return language == Language.ZH ? new Weights(18, 13, 7, 0.09) : new Weights(49, 16, 3, 0.2);
        }
    }

    private final Weights weights;
    private final Asked question;
    private final Vectors vectors;
    private final Map<String, Double> coverage;

    /** @param coverage 0 to 1, of each topic that will be ranked */
    CloseReading(Language language, Asked question, Vectors vectors, Map<String, Double> coverage) {
        this.weights = Weights.of(language);
        this.question = question;
        this.vectors = vectors;
        this.coverage = coverage;
    }

    List<Recall> ranked(List<Recall> likeliest) {
        Map<String, Double> typical = typicality(likeliest);
        double usual =
                typical.values().stream().mapToDouble(its -> its).average().orElse(0);
        Optional<Discriminant.Subject> outside = vectors.outside(question.unmoved());
        List<Recall> read = likeliest.stream()
                .map(recall -> {
                    // As seen from the average of those that have samples, so that 0 does for one that has none.
                    double its = typical.getOrDefault(recall.topic(), usual);
                    Rival rival = outside.filter(_ -> typical.containsKey(recall.topic()))
                            .map(subject -> new Rival(subject.name(), its - subject.typicality()))
                            .orElse(null);
                    return recall.read(closeness(recall), its - usual, rival);
                })
                .toList();
        // A topic whose meaning is still being worked out is taken for an average one.
        double meaning = average(read, Recall::meaning);
        double closeness = average(read, Recall::closeness);
        return read.stream()
                .map(recall -> recall.ranked(
                        recall.nearest() == null
                                ? score(recall, meaning, closeness)
                                : score(recall, recall.meaning(), recall.closeness())))
                .sorted(Recall.BEST_FIRST)
                .toList();
    }

    /** Of those that have samples. */
    private Map<String, Double> typicality(List<Recall> recalls) {
        Map<String, Double> known = new HashMap<>();
        recalls.forEach(recall -> vectors.typicality(recall.topic(), question.unmoved())
                .ifPresent(its -> known.put(recall.topic(), its)));
        return known;
    }

    private double closeness(Recall recall) {
        return question.closeness(vectors.pieces(recall.topic()));
    }

    private static double average(List<Recall> recalls, ToDoubleFunction<Recall> figure) {
        return recalls.stream()
                .filter(recall -> recall.nearest() != null)
                .mapToDouble(figure)
                .average()
                .orElse(0);
    }

    private double score(Recall recall, double meaning, double closeness) {
        return Math.log1p(recall.words())
                + weights.meaning() * meaning
                + weights.closeness() * closeness
                + weights.typicality() * recall.typicality()
                + weights.coverage() * Objects.requireNonNull(coverage.get(recall.topic()));
    }
}
