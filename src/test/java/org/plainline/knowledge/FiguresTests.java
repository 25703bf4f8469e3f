package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainline.resident.Language;

/** However a number is written, it is the same number. */
class FiguresTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ZH | 1.5万元，60天 | 60 15000",
                "ZH | 三百万元，两个月，二十五岁 | 2 25 3000000",
                "ZH | １２３４５ | 12345",
                "ZH | 一个人 |",
                "EN | 15,000 yuan, sixty days | 60 15000",
                "EN | three million yuan | 3000000",
                "EN | 1.50 times, on 3 July, one person may ask | 1.5 3 7"
            })
    void areReadAsNumbers(Language language, String text, String numbers) {
        assertThat(Figures.all(List.of(new Written(text, 1)), language))
                .containsExactlyElementsOf(Stream.ofNullable(numbers)
                        .flatMap(all -> Stream.of(all.split(" ")))
                        .map(BigDecimal::new)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"最多30万元，3年, 3 300000", "最多三十万元，一个月, 300000", "第三条，一个窗口，12345, 12345"})
    void areStatedBeforeAUnit(String text, String numbers) {
        assertThat(Figures.stated(List.of(new Written(text, 1)), Language.ZH))
                .containsExactlyElementsOf(
                        Stream.of(numbers.split(" ")).map(BigDecimal::new).toList());
    }
}
