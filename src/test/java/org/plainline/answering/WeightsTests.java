package org.plainline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainline.resident.Language;

class WeightsTests {
    @ParameterizedTest
    @EnumSource
    void countSignsThatThereAreAndNoneAgainstAnArticle(Language language) {
        Weights weights = Weights.load(language);

        assertThat(Evidence.of("coal", List.of(JudgementTests.match("coal", 1, 1, 1, "coal")))
                        .signs())
                .containsKeys(weights.signs().keySet().toArray(String[]::new));
        assertThat(weights.signs().values()).isNotEmpty().allMatch(weight -> weight > 0);
        assertThat(weights.start()).as("nothing speaks for an answer").isNegative();
    }
}
