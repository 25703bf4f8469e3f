package org.plainline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plainline.answering.Judgement;
import org.plainline.answering.Judgement.Verdict;

class OutcomeTests {
    private static final Judgement SURE = new Judgement(0.9, Verdict.ANSWER);
    private static final Judgement UNSURE = new Judgement(0.1, Verdict.NOT_COVERED);

    @Test
    void discountsWhatStandsFurtherDown() {
        var outcome = new Outcome(List.of("a", "b", "c", "d"), Set.of("a", "d"), SURE, 1);

        // (1 + 1/log2(5)) / (1 + 1/log2(3))
        assertThat(outcome.ndcg()).isCloseTo(0.8772, within(0.0001));
        assertThat(outcome.recall()).isEqualTo(1);
        assertThat(outcome.reciprocalRank()).isEqualTo(1);
    }

    @Test
    void countsFalseAnswersOnlyOutOfScope() {
        Quality quality = Quality.of(
                "set",
                "bm25",
                List.of(
                        new Outcome(List.of("a"), Set.of("a"), SURE, 1),
                        new Outcome(List.of("b"), Set.of("a"), UNSURE, 2),
                        new Outcome(List.of("b"), Set.of(), SURE, 3),
                        new Outcome(List.of("b"), Set.of(), UNSURE, 4)));

        assertThat(quality.hit()).isEqualTo(0.5);
        assertThat(quality.answered()).isEqualTo(0.5);
        assertThat(quality.falseAnswers()).isEqualTo(0.5);
        assertThat(quality.auroc()).isEqualTo(0.5);
        assertThat(quality.p99()).isEqualTo(4);
    }
}
