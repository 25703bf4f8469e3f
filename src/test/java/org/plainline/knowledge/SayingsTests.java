package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainline.resident.Language;

class SayingsTests {
    private static Map<String, List<Passage>> of(Passage.Kind kind, Language language) {
        return Sayings.in(language).stream()
                .filter(saying -> saying.kind() == kind)
                .collect(Collectors.groupingBy(Passage::topic));
    }

    @ParameterizedTest
    @EnumSource
    void askForEverySectionInManyWays(Language language) {
        assertThat(of(Passage.Kind.FOLLOW_UP, language))
                .hasSameSizeAs(Section.Kind.values())
                .allSatisfy((code, ways) -> {
                    assertThat(Section.Kind.of(code).code()).isEqualTo(code);
                    assertThat(ways).hasSizeGreaterThanOrEqualTo(90);
                });
    }

    @ParameterizedTest
    @EnumSource
    void tellOfEveryKindOfDangerAndOfWhatOnlySoundsLikeIt(Language language) {
        assertThat(of(Passage.Kind.DANGER, language))
                .hasSize(8)
                .containsKey(Sayings.CALM)
                .allSatisfy((kind, ways) -> assertThat(ways).hasSizeGreaterThanOrEqualTo(60));
    }

    @ParameterizedTest
    @EnumSource
    void standOnceEach(Language language) {
        assertThat(Sayings.in(language).stream().map(saying -> SameQuestionRule.asked(saying.text())))
                .doesNotHaveDuplicates();
    }
}
