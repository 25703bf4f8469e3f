package org.plainline.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/** Questions, and the articles among which a right one shall lie nearest. */
final class Exercise {
    /** @param weight what the nearest passage of the kind counts, 1 for all kinds of a topic */
    private record Kind(double weight, Vectors.Stretch passages) {
        int nearest(float[] cosines) {
            return passages.nearest(cosines);
        }
    }

    /** An article as {@link Likeness} sees it. */
    private record Taught(String topic, List<Kind> kinds) {
        static Taught of(String topic, List<Kind> kinds) {
            double all = kinds.stream().mapToDouble(Kind::weight).sum();
            return new Taught(
                    topic,
                    kinds.stream()
                            .map(kind -> new Kind(kind.weight() / all, kind.passages()))
                            .toList());
        }

        boolean answers(Lesson.Known known) {
            return known.question().right().contains(topic);
        }

        double likeness(float[] cosines) {
            double likeness = 0;
            for (Kind kind : kinds) {
                likeness += kind.weight() * cosines[kind.nearest(cosines)];
            }
            return likeness;
        }
    }

    private final Vectors vectors;
    private final List<float[]> passages;
    private final List<Taught> articles;
    private final List<Lesson.Known> questions;

    Exercise(Collection<Passage> passages, Meanings meanings, List<Lesson.Known> questions) {
        this.vectors = meanings.vectors(List.copyOf(passages));
        this.passages = vectors.passages().stream()
                .map(passage -> Objects.requireNonNull(meanings.of(passage)).whole())
                .toList();
        this.articles = taught(vectors.stretches());
        this.questions = questions;
    }

    private static List<Taught> taught(List<Vectors.Stretch> stretches) {
        Map<String, List<Kind>> kinds = new LinkedHashMap<>();
        stretches.forEach(stretch -> kinds.computeIfAbsent(stretch.topic(), _ -> new ArrayList<>())
                .add(new Kind(stretch.kind().meaning(), stretch)));
        return kinds.entrySet().stream()
                .map(its -> Taught.of(its.getKey(), its.getValue()))
                .toList();
    }

    boolean isEmpty() {
        return questions.isEmpty();
    }

    /**
     * Adds to the gradient the mean slope, by the shifts, of the loss of some of the questions.
     *
     * @param sharpness of the softmax
     */
    void addGradient(int number, int seed, float[][] shifts, double sharpness, float[][] gradient) {
        List<Lesson.Known> some = new ArrayList<>(questions);
        Collections.shuffle(some, new Random(seed));
        some = some.subList(0, Math.min(number, some.size()));
        List<float[]> slopes = some.parallelStream()
                .map(known -> slope(known, QueryAdapter.moved(known.vector(), shifts), sharpness))
                .toList();
        List<float[]> asked = some.stream().map(Lesson.Known::vector).toList();
        float share = 1f / slopes.size();
        IntStream.range(0, gradient.length).parallel().forEach(dimension -> {
            for (int i = 0; i < slopes.size(); i++) {
                QueryAdapter.add(share * asked.get(i)[dimension], slopes.get(i), gradient[dimension]);
            }
        });
    }

    /**
     * Of the cross-entropy between what is right and the softmax over the articles, by the shifted question. That may
     * be of any length: it ranks the articles as the same direction of length 1 does.
     */
    private float[] slope(Lesson.Known known, float[] shifted, double sharpness) {
        float[] cosines = vectors.cosines(shifted);
        double[] share = softmax(articles.stream()
                .mapToDouble(article -> sharpness * article.likeness(cosines))
                .toArray());
        double right =
                articles.stream().filter(article -> article.answers(known)).count();
        float[] slope = new float[shifted.length];
        for (int i = 0; i < share.length; i++) {
            double wanted = articles.get(i).answers(known) ? 1 / right : 0;
            // However small: left out, all the others together would push in one direction.
            double force = sharpness * (share[i] - wanted);
            for (Kind kind : articles.get(i).kinds()) {
                QueryAdapter.add((float) (force * kind.weight()), passages.get(kind.nearest(cosines)), slope);
            }
        }
        return slope;
    }

    private static double[] softmax(double[] scores) {
        double most = Arrays.stream(scores).max().orElse(0);
        double[] powers =
                Arrays.stream(scores).map(score -> Math.exp(score - most)).toArray();
        double all = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / all).toArray();
    }
}
