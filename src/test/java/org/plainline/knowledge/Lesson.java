package org.plainline.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Questions to some articles, with known right ones. */
record Lesson(List<Taught> articles, List<Known> questions) {
    /** A question with its vector, as the networks have it. */
    static final class Known {
        private final AdapterTrainer.Question question;
        private final float[] vector;

        Known(AdapterTrainer.Question question, float[] vector) {
            this.question = question;
            this.vector = vector;
        }

        boolean isRight(Taught article) {
            return question.right().contains(article.topic());
        }
    }

    /** An article as {@link Likeness} sees it: of each kind of passages, what the nearest counts. */
    record Taught(String topic, List<Kind> kinds) {
        /** @param weight of all kinds of the article together 1 */
        record Kind(double weight, List<float[]> passages) {}

        static Taught of(Article article, Map<String, float[]> vectors) {
            Map<Passage.Kind, List<float[]>> byKind = Passage.meant(article).stream()
                    .collect(Collectors.groupingBy(
                            Passage::kind,
                            Collectors.mapping(
                                    passage -> Objects.requireNonNull(vectors.get(passage.text())),
                                    Collectors.toList())));
            double all =
                    byKind.keySet().stream().mapToDouble(Passage.Kind::meaning).sum();
            return new Taught(
                    article.topic(),
                    byKind.entrySet().stream()
                            .map(its -> new Kind(its.getKey().meaning() / all, its.getValue()))
                            .toList());
        }

        double likeness(float[] question) {
            return kinds.stream()
                    .mapToDouble(kind -> kind.weight() * dot(question, nearest(kind, question)))
                    .sum();
        }

        /** Adds the slope of the likeness by the question, times a factor. */
        void addSlope(float[] question, double factor, float[] slope) {
            kinds.forEach(kind -> QueryAdapter.add((float) (factor * kind.weight()), nearest(kind, question), slope));
        }

        private static float[] nearest(Kind kind, float[] question) {
            float[] nearest = kind.passages().getFirst();
            float most = Float.NEGATIVE_INFINITY;
            for (float[] passage : kind.passages()) {
                float likeness = dot(question, passage);
                if (likeness > most) {
                    most = likeness;
                    nearest = passage;
                }
            }
            return nearest;
        }
    }

    Lesson of(Predicate<AdapterTrainer.Question> wanted) {
        return new Lesson(
                articles,
                questions.stream()
                        .filter(known -> wanted.test(known.question))
                        .filter(known -> articles.stream().anyMatch(known::isRight))
                        .toList());
    }

    /** Some of the questions, with all articles that are right for any of all. */
    Lesson sample(int number, int seed) {
        List<Known> some = new ArrayList<>(questions);
        Collections.shuffle(some, new Random(seed));
        Set<String> right = questions.stream()
                .map(known -> known.question.right())
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        return new Lesson(
                articles.stream()
                        .filter(article -> right.contains(article.topic()))
                        .toList(),
                some.subList(0, Math.min(number, some.size())));
    }

    /** Adds the mean slope of the loss by the shifts. */
    void addGradient(float[][] shifts, double sharpness, float[][] gradient) {
        List<float[]> slopes = questions.parallelStream()
                .map(known -> slope(known, QueryAdapter.moved(known.vector, shifts), sharpness))
                .toList();
        IntStream.range(0, gradient.length).parallel().forEach(dimension -> {
            for (int i = 0; i < questions.size(); i++) {
                QueryAdapter.add(
                        questions.get(i).vector[dimension] / questions.size(), slopes.get(i), gradient[dimension]);
            }
        });
    }

    /** Of the cross-entropy between what is right and the softmax over the articles, by the shifted question. */
    private float[] slope(Known known, float[] shifted, double sharpness) {
        double[] share = softmax(articles.stream()
                .mapToDouble(article -> sharpness * article.likeness(shifted))
                .toArray());
        double right = articles.stream().filter(known::isRight).count();
        float[] slope = new float[shifted.length];
        for (int i = 0; i < share.length; i++) {
            double wanted = known.isRight(articles.get(i)) ? 1 / right : 0;
            // However small: left out, all the others together would push in one direction.
            articles.get(i).addSlope(shifted, sharpness * (share[i] - wanted), slope);
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

    double nearest(UnaryOperator<float[]> adapter) {
        return questions.parallelStream()
                .mapToDouble(known -> {
                    float[] question = adapter.apply(known.vector);
                    return known.isRight(Collections.max(
                                    articles, Comparator.comparingDouble(article -> article.likeness(question))))
                            ? 1
                            : 0;
                })
                .average()
                .orElse(Double.NaN);
    }

    /** Of as many dimensions as are a multiple of four: four sums side by side do not wait for each other. */
    private static float dot(float[] a, float[] b) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (int i = 0; i < a.length; i += 4) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        return first + second + third + fourth;
    }
}
