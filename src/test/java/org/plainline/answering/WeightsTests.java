package org.plainline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainline.resident.Language;

class WeightsTests {
    @ParameterizedTest
    @EnumSource
    void countSignsThatThereAreAndNoneAgainstAnArticle(Language language) {
        Weights weights = Weights.load(language);

        assertThat(Evidence.names()).containsAll(weights.signs().keySet());
        assertThat(weights.signs().values()).isNotEmpty().allMatch(weight -> weight > 0);
        assertThat(weights.start()).as("nothing speaks for an answer").isNegative();
    }
}
