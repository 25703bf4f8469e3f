package org.plainline.answering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.plainline.knowledge.Match;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Learns the {@link Weights} of a language: a logistic regression, no weight below 0 because no sign speaks against an
 * article.
 */
public final class ConfidenceFit {
    private static final int EVALUATIONS = 50_000;
    private static final double BOUND = 100;

    /** Of the squares of the weights of normed signs: keeps signs that say the same from balancing each other. */
    private static final double PENALTY = 2.5e-4;

    private static final class Example {
        private final double[] signs;
        private final boolean isRight;
        private final double weight;

        Example(double[] signs, boolean isRight, double weight) {
            this.signs = signs;
            this.isRight = isRight;
            this.weight = weight;
        }
    }

    private final List<String> names = Evidence.names();
    private final List<Example> examples = new ArrayList<>();

    /** Questions that count together as much as the weight says, however many they are. */
    public final class Group {
        private final List<Example> its = new ArrayList<>();

        /** @param matches best first; without any there is nothing to judge */
        public void add(String text, List<Match> matches, boolean isFirstRight) {
            if (!matches.isEmpty()) {
                var evidence = Evidence.of(text, matches);
                its.add(new Example(names.stream().mapToDouble(evidence::sign).toArray(), isFirstRight, 1));
            }
        }

        public void close(double weight) {
            its.forEach(example -> examples.add(new Example(example.signs, example.isRight, weight / its.size())));
        }
    }

    public Group group() {
        return new Group();
    }

    /** Writes what the service reads. */
    public Fitted write(Path folder, Language language) throws IOException {
        Weights fitted = fitted();
        Files.writeString(
                folder.resolve(language.code() + ".json"),
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(fitted)
                        + System.lineSeparator());
        return new Fitted(fitted);
    }

    /** How sure one may be. */
    public static final class Fitted {
        private final Weights weights;

        private Fitted(Weights weights) {
            this.weights = weights;
        }

        public Judgement judgement(String text, List<Match> matches) {
            return Judgement.of(
                    matches.isEmpty() ? 0 : Confidence.of(weights.sum(Evidence.of(text, matches)), Channel.CHAT));
        }
    }

    private Weights fitted() {
        double all = examples.stream().mapToDouble(example -> example.weight).sum();
        double[] means = new double[names.size()];
        double[] spreads = new double[names.size()];
        for (int i = 0; i < means.length; i++) {
            int sign = i;
            means[i] = examples.stream()
                            .mapToDouble(example -> example.weight * example.signs[sign])
                            .sum()
                    / all;
            spreads[i] = Math.sqrt(examples.stream()
                                    .mapToDouble(
                                            example -> example.weight * Math.pow(example.signs[sign] - means[sign], 2))
                                    .sum()
                            / all)
                    + 1e-9;
        }
        List<Example> normed = examples.stream()
                .map(example ->
                        new Example(normed(example.signs, means, spreads), example.isRight, example.weight / all))
                .toList();
        double[] learned = regression(normed);
        Map<String, Double> signs = new LinkedHashMap<>();
        double start = learned[names.size()];
        for (int i = 0; i < means.length; i++) {
            double weight = learned[i] / spreads[i];
            start -= weight * means[i];
            if (learned[i] > 1e-3) {
                signs.put(names.get(i), rounded(weight));
            }
        }
        return new Weights(rounded(start), signs);
    }

    private static double[] normed(double[] signs, double[] means, double[] spreads) {
        double[] normed = new double[signs.length];
        Arrays.setAll(normed, i -> (signs[i] - means[i]) / spreads[i]);
        return normed;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** @return the weights, then the start */
    private double[] regression(List<Example> normed) {
        int dimensions = names.size() + 1;
        double[] lower = new double[dimensions];
        double[] upper = new double[dimensions];
        double[] guess = new double[dimensions];
        Arrays.fill(upper, BOUND);
        Arrays.fill(guess, 0.5);
        lower[dimensions - 1] = -BOUND;
        return new BOBYQAOptimizer(2 * dimensions + 1, 0.4, 1e-6)
                .optimize(
                        new MaxEval(EVALUATIONS),
                        GoalType.MINIMIZE,
                        new ObjectiveFunction(weights -> loss(normed, weights)),
                        new SimpleBounds(lower, upper),
                        new InitialGuess(guess))
                .getPoint();
    }

    private static double loss(List<Example> normed, double[] weights) {
        int signs = weights.length - 1;
        double loss = 0;
        for (Example example : normed) {
            double sum = weights[signs];
            for (int i = 0; i < signs; i++) {
                sum += weights[i] * example.signs[i];
            }
            loss += example.weight * Math.log1p(Math.exp(example.isRight ? -sum : sum));
        }
        for (int i = 0; i < signs; i++) {
            loss += PENALTY * weights[i] * weights[i];
        }
        return loss;
    }
}
