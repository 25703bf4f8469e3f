package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainline.resident.Language;

class FollowUpsTests {
    @ParameterizedTest
    @EnumSource
    void askForEverySectionInManyWaysOfWhichNoneStandsTwice(Language language) {
        List<Passage> all = FollowUps.in(language);

        assertThat(all.stream().collect(Collectors.groupingBy(Passage::topic)).values())
                .hasSameSizeAs(Section.Kind.values())
                .allSatisfy(ways -> assertThat(ways).hasSizeGreaterThanOrEqualTo(90));
        assertThat(all.stream().map(way -> SameQuestionRule.asked(way.text()))).doesNotHaveDuplicates();
    }
}
