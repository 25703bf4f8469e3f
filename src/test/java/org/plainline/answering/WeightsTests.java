package org.plainline.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainline.answering.Weights.Ramp;
import org.plainline.resident.Language;

class WeightsTests {
    @ParameterizedTest
    @EnumSource
    void countSignsThatThereAreAndNoneAgainstAnArticle(Language language) {
        Weights weights = Weights.load(language);

        assertThat(Evidence.of("coal", List.of(JudgementTests.match("coal", 1, 1, 1, "coal")))
                        .signs())
                .containsKeys(weights.signs().keySet().toArray(String[]::new));
        assertThat(weights.signs().values()).isNotEmpty().doesNotContain(List.of());
        assertThat(weights.start()).as("nothing speaks for an answer").isNegative();
    }

    @Test
    void aRampAddsItsShareOfTheWayAndNoMore() {
        var ramp = new Ramp(0.2, 0.6, 3);

        assertThat(ramp.share(0.1)).isZero();
        assertThat(ramp.share(0.3)).isCloseTo(0.25, within(1e-9));
        assertThat(ramp.share(0.9)).isOne();
        assertThat(ramp.share(Double.NaN)).as("nothing to measure by").isZero();
    }

    @Test
    void aSumIsItsStartAndWhatEachSignAdds() {
        var evidence = new Evidence(Map.of("words", 0.3, "meaning", 0.9));
        var weights = new Weights(
                -2,
                Map.of(
                        "words", List.of(new Ramp(0.2, 0.6, 3)),
                        "meaning", List.of(new Ramp(0, 0.5, 1), new Ramp(0.5, 1, 10))));

        assertThat(weights.sum(evidence)).isCloseTo(-2 + 0.75 + 1 + 8, within(1e-9));
    }

    @Test
    void refusesRampsThatLeadNowhereOrSpeakAgainstAnArticle() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ramp(0.6, 0.6, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ramp(0.2, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ramp(0.2, 0.6, -1));
    }
}
