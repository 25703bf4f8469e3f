package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingGradeTests {
    @ParameterizedTest
    @CsvSource({
        "the, 1",
        "care, 1",
        "called, 1",
        "wanted, 2",
        "table, 2",
        "people, 2",
        "rule, 1",
        "notices, 3",
        "boxes, 2",
        "village, 2",
        "committee, 3",
        "tried, 1",
        "don't, 1",
        "low-income, 3",
        "12345, 1"
    })
    void countsTheSyllablesThatAreSpoken(String word, int syllables) {
        assertThat(Syllables.in(word)).isEqualTo(syllables);
    }

    @Test
    void isTheSchoolYearOfTheFormula() {
        // 12 words, 2 sentences, 12 syllables: 0.39 * 6 + 11.8 * 1 - 15.59 is below 0.
        assertThat(grade("The cat sat on the mat. The dog sat on it.")).isZero();
        // 8 words, 1 sentence, 30 syllables.
        assertThat(grade("Municipal authorities determine eligibility according to administrative regulations."))
                .isEqualTo(0.39 * 8 + 11.8 * 30 / 8 - 15.59, offset(0.01));
    }

    @Test
    void readsPastChineseNames() {
        assertThat(grade("Go to the aid station (救助站) now.")).isEqualTo(grade("Go to the aid station now."));
    }

    private static double grade(String text) {
        return ReadingGrade.of(List.of(new Written(text, 1)));
    }
}
