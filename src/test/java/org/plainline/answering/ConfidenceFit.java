package org.plainline.answering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.plainline.answering.Weights.Ramp;
import org.plainline.knowledge.Match;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Learns the {@link Weights} of a language: a logistic regression over ramps of the signs, no weight below 0 because no
 * sign speaks against an article.
 */
public final class ConfidenceFit {
    /** Some ten thousand are enough for three dozen weights; more means that it does not converge, which throws. */
    private static final int EVALUATIONS = 1_000_000;

    private static final double FIRST_STEP = 0.4;
    private static final double LAST_STEP = 1e-6;
    private static final double BOUND = 100;

    /** Of the squares of the weights: keeps signs that say the same from balancing each other. */
    private static final double PENALTY = 5e-4;

    /** Below this a ramp says nothing. */
    private static final double NOTHING = 1e-3;

    /** More gain nothing; what three gain is in docs/decisions/a-sign-counts-by-ramps.md. */
    private static final int RAMPS = 3;

    /** Share of the examples, at either end, among which a sign makes no difference any more. */
    private static final double OUTER = 0.02;

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

    /** A ramp of one of the signs, by its place among the names. */
    private record Slope(int sign, Ramp ramp) {}

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
        List<Slope> slopes =
                IntStream.range(0, names.size()).boxed().flatMap(this::slopes).toList();
        double[] learned = regression(rows.stream()
                .map(row -> new Row(
                        slopes.stream()
                                .mapToDouble(slope -> slope.ramp.share(row.signs[slope.sign]))
                                .toArray(),
                        row.isRight,
                        row.weight / all))
                .toList());
        Map<String, List<Ramp>> signs = new LinkedHashMap<>();
        for (int i = 0; i < slopes.size(); i++) {
            if (learned[i] > NOTHING) {
                Ramp ramp = slopes.get(i).ramp;
                signs.computeIfAbsent(names.get(slopes.get(i).sign), _ -> new ArrayList<>())
                        .add(new Ramp(ramp.from(), ramp.to(), rounded(learned[i])));
            }
        }
        return new Fitted(new Weights(rounded(learned[slopes.size()]), signs));
    }

    /** What the sign has in the middle is cut in equal shares of the examples, as they weigh. */
    private Stream<Slope> slopes(int sign) {
        List<Row> sorted = rows.stream()
                .filter(row -> !Double.isNaN(row.signs[sign]))
                .sorted(Comparator.comparingDouble(row -> row.signs[sign]))
                .toList();
        if (sorted.isEmpty()) {
            return Stream.empty();
        }
        double[] ends = IntStream.rangeClosed(0, RAMPS)
                .mapToDouble(i -> rounded(quantile(sorted, sign, OUTER + (1 - 2 * OUTER) * i / RAMPS)))
                .toArray();
        return IntStream.range(0, RAMPS)
                .filter(i -> ends[i] < ends[i + 1])
                .mapToObj(i -> new Slope(sign, new Ramp(ends[i], ends[i + 1], 0)));
    }

    private static double quantile(List<Row> sorted, int sign, double share) {
        double all = sorted.stream().mapToDouble(row -> row.weight).sum();
        double sum = 0;
        for (Row row : sorted) {
            sum += row.weight;
            if (sum >= share * all) {
                return row.signs[sign];
            }
        }
        return sorted.getLast().signs[sign];
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    /** @return the weights, then the start */
    private static double[] regression(List<Row> rows) {
        int dimensions = rows.getFirst().signs.length + 1;
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
                        new ObjectiveFunction(weights -> loss(rows, weights)),
                        new SimpleBounds(lower, upper),
                        new InitialGuess(guess))
                .getPoint();
    }

    private static double loss(List<Row> rows, double[] weights) {
        int signs = weights.length - 1;
        double loss = 0;
        for (Row row : rows) {
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
            return matches.isEmpty()
                    ? Judgement.NOTHING
                    : Judgement.of(
                            Confidence.of(weights.sum(Evidence.of(text, matches))),
                            matches.getFirst().article().language(),
                            Channel.CHAT);
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
