package org.plainline.knowledge;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.plainline.resident.Language;

/**
 * Reads a text as the next thing that is said about an article. Which section it asks for shows in how people ask for
 * such a section of any article ({@link Sayings}), and in what this article says there: somebody's own case is often
 * met by one sentence. The weights were fitted to the development half of the follow-up questions.
 */
final class FollowUpReader {
    /** What a section's typicality, its likeness as a whole and that of its likest sentence weigh. */
    private record Weights(double typicality, double whole, double sentence) {
        static Weights of(Language language) {
            return language == Language.ZH ? new Weights(0.25, 20, 12) : new Weights(0.25, 35, 37);
        }
    }

    private record Candidate(Section.Kind section, double score, boolean isUnderstood) {}

    private final Weights weights;
    private final Asked asked;
    private final Vectors vectors;
    private final Meanings meanings;

    FollowUpReader(Language language, Asked asked, Vectors vectors, Meanings meanings) {
        this.weights = Weights.of(language);
        this.asked = asked;
        this.vectors = vectors;
        this.meanings = meanings;
    }

    /** Empty where there is nothing to compare it with. */
    Optional<FollowUp> of(Article open) {
        float[] question = asked.unmoved();
        OptionalDouble other = DoubleStream.concat(
                        vectors.other(open.topic(), question).stream(),
                        vectors.outside(question).stream().mapToDouble(Discriminant.Subject::typicality))
                .max();
        Map<String, Double> typicality = vectors.sections(question);
        if (other.isEmpty() || typicality.size() < Section.Kind.values().length) {
            return Optional.empty();
        }
        List<Candidate> candidates = open.sections().stream()
                .map(section -> candidate(
                        open,
                        section,
                        Objects.requireNonNull(typicality.get(section.kind().code()))))
                .toList();
        Candidate likeliest = candidates.stream()
                .max(Comparator.comparingDouble(Candidate::score))
                .orElseThrow();
        double all = candidates.stream()
                .mapToDouble(candidate -> Math.exp(candidate.score() - likeliest.score()))
                .sum();
        double lead = Collections.max(typicality.values()) - other.getAsDouble();
        return Optional.of(new FollowUp(
                lead, likeliest.section(), candidates.stream().allMatch(Candidate::isUnderstood) ? 1 / all : 0));
    }

    private Candidate candidate(Article open, Section section, double typicality) {
        List<Passage> passages = Passage.meant(open, section);
        double score = weights.typicality() * typicality
                + weights.whole() * likest(passages, Passage.Kind.SECTION)
                + weights.sentence() * likest(passages, Passage.Kind.SENTENCE);
        return new Candidate(
                section.kind(), score, passages.stream().allMatch(passage -> meanings.of(passage) != null));
    }

    /** Cosine of the likest that is known; 0 where none is. */
    private double likest(List<Passage> passages, Passage.Kind kind) {
        return passages.stream()
                .filter(passage -> passage.kind() == kind)
                .flatMap(passage -> Stream.ofNullable(meanings.of(passage)))
                .mapToDouble(meaning -> cosine(asked.moved(), meaning.whole()))
                .max()
                .orElse(0);
    }

    /** @param one of length 1, like the other */
    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
