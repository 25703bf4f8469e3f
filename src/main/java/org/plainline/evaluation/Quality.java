package org.plainline.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.plainline.answering.Judgement.Verdict;

/**
 * The figures of one evaluation. Those of the ranking are over questions in scope.
 *
 * @param auroc how well the confidence tells questions in scope from others; 0.5 when there is only one sort
 * @param answered share of questions in scope that are answered or offered a choice
 * @param falseAnswers share of the others that are answered
 */
record Quality(
        String dataset,
        String mode,
        int queries,
        @JsonProperty("ndcg@10") double ndcg,
        @JsonProperty("recall@5") double recall,
        @JsonProperty("mrr@10") double mrr,
        @JsonProperty("hit@1") double hit,
        double auroc,
        double answered,
        @JsonProperty("false_answers") double falseAnswers,
        @JsonProperty("p50_ms") double p50,
        @JsonProperty("p99_ms") double p99) {

    static Quality of(String dataset, String mode, List<Outcome> outcomes) {
        List<Outcome> inScope = outcomes.stream().filter(Outcome::inScope).toList();
        List<Outcome> others =
                outcomes.stream().filter(outcome -> !outcome.inScope()).toList();
        double[] times =
                outcomes.stream().mapToDouble(Outcome::milliseconds).sorted().toArray();
        return new Quality(
                dataset,
                mode,
                outcomes.size(),
                mean(inScope, Outcome::ndcg),
                mean(inScope, Outcome::recall),
                mean(inScope, Outcome::reciprocalRank),
                mean(inScope, outcome -> outcome.hit() ? 1 : 0),
                rounded(auroc(confidences(inScope), confidences(others))),
                mean(inScope, outcome -> outcome.judgement().verdict() == Verdict.NOT_COVERED ? 0 : 1),
                mean(others, outcome -> outcome.judgement().verdict() == Verdict.ANSWER ? 1 : 0),
                rounded(quantile(times, 0.5)),
                rounded(quantile(times, 0.99)));
    }

    /** How often a question in scope has the higher confidence of two; equal ones count half. */
    private static double auroc(double[] inScope, double[] others) {
        double above = 0;
        for (double confidence : inScope) {
            for (double other : others) {
                above += confidence > other ? 1 : confidence == other ? 0.5 : 0;
            }
        }
        return inScope.length == 0 || others.length == 0 ? 0.5 : above / inScope.length / others.length;
    }

    private static double[] confidences(List<Outcome> outcomes) {
        return outcomes.stream()
                .mapToDouble(outcome -> outcome.judgement().confidence())
                .toArray();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private static double mean(List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
        return rounded(Arrays.stream(outcomes.stream().mapToDouble(figure).toArray())
                .average()
                .orElse(0));
    }

    private static double rounded(double figure) {
        return Math.round(figure * 10_000) / 10_000.0;
    }
}
