package org.plainline.answering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
    /** A few thousand are enough for a dozen weights; more means that it does not converge, which throws. */
    private static final int EVALUATIONS = 50_000;

    private static final double FIRST_STEP = 0.4;
    private static final double LAST_STEP = 1e-6;
    private static final double BOUND = 100;

    /** Of the squares of the weights of normed signs: keeps signs that say the same from balancing each other. */
    private static final double PENALTY = 2.5e-4;

    /** Below this a normed sign says nothing. */
    private static final double NOTHING = 1e-3;

    /** @param matches best first */
    public record Example(String text, List<Match> matches, boolean isFirstRight) {}

    private static final class Row {
        private final double[] signs;
        private final boolean isRight;
        private final double weight;

        Row(double[] signs, boolean isRight, double weight) {
            this.signs = signs;
            this.isRight = isRight;
            this.weight = weight;
        }
    }

    private final List<String> names = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** Examples that together count as much as the weight says, however many they are; those without a match do not. */
    public void add(double weight, Collection<Example> examples) {
        List<Example> judged = examples.stream()
                .filter(example -> !example.matches().isEmpty())
                .toList();
        for (Example example : judged) {
            Map<String, Double> signs =
                    Evidence.of(example.text(), example.matches()).signs();
            if (names.isEmpty()) {
                names.addAll(signs.keySet());
            }
            rows.add(new Row(
                    signs.values().stream().mapToDouble(Double::doubleValue).toArray(),
                    example.isFirstRight(),
                    weight / judged.size()));
        }
    }

    public Fitted fitted() {
        double all = rows.stream().mapToDouble(row -> row.weight).sum();
        double[] means = new double[names.size()];
        Arrays.setAll(
                means,
                i -> rows.stream().mapToDouble(row -> row.weight * row.signs[i]).sum() / all);
        double[] spreads = new double[names.size()];
        Arrays.setAll(
                spreads,
                i -> Math.sqrt(rows.stream()
                                .mapToDouble(row -> row.weight * Math.pow(row.signs[i] - means[i], 2))
                                .sum()
                        / all));
        double[] learned = regression(rows.stream()
                .map(row -> new Row(normed(row.signs, means, spreads), row.isRight, row.weight / all))
                .toList());
        Map<String, Double> signs = new LinkedHashMap<>();
        double start = learned[names.size()];
        for (int i = 0; i < means.length; i++) {
            if (learned[i] > NOTHING) {
                double weight = learned[i] / spreads[i];
                start -= weight * means[i];
                signs.put(names.get(i), rounded(weight));
            }
        }
        return new Fitted(new Weights(rounded(start), signs));
    }

    private static double[] normed(double[] signs, double[] means, double[] spreads) {
        double[] normed = new double[signs.length];
        Arrays.setAll(normed, i -> spreads[i] == 0 ? 0 : (signs[i] - means[i]) / spreads[i]);
        return normed;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** @return the weights, then the start */
    private double[] regression(List<Row> normed) {
        int dimensions = names.size() + 1;
        double[] lower = new double[dimensions];
        double[] upper = new double[dimensions];
        double[] guess = new double[dimensions];
        Arrays.fill(upper, BOUND);
        Arrays.fill(guess, 0.5);
        lower[dimensions - 1] = -BOUND;
        return new BOBYQAOptimizer(2 * dimensions + 1, FIRST_STEP, LAST_STEP)
                .optimize(
                        new MaxEval(EVALUATIONS),
                        GoalType.MINIMIZE,
                        new ObjectiveFunction(weights -> loss(normed, weights)),
                        new SimpleBounds(lower, upper),
                        new InitialGuess(guess))
                .getPoint();
    }

    private static double loss(List<Row> normed, double[] weights) {
        int signs = weights.length - 1;
        double loss = 0;
        for (Row row : normed) {
            double sum = weights[signs];
            for (int i = 0; i < signs; i++) {
                sum += weights[i] * row.signs[i];
            }
            double against = row.isRight ? -sum : sum;
            loss += row.weight * (Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against))));
        }
        for (int i = 0; i < signs; i++) {
            loss += PENALTY * weights[i] * weights[i];
        }
        return loss;
    }

    /** How sure one may be. */
    public static final class Fitted {
        private final Weights weights;

        private Fitted(Weights weights) {
            this.weights = weights;
        }

        /** Of what was typed with care. */
        public Judgement judgement(String text, List<Match> matches) {
            return Judgement.of(
                    matches.isEmpty() ? 0 : Confidence.of(weights.sum(Evidence.of(text, matches)), Channel.CHAT));
        }

        /** As the service reads it. */
        public void write(Path folder, Language language) throws IOException {
            String json = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(weights);
            Files.writeString(folder.resolve(language.code() + ".json"), json + System.lineSeparator());
        }
    }
}
