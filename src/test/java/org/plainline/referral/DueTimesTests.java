package org.plainline.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTimesTests {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        // Monday morning, Monday at midnight, Friday, Saturday, Sunday
        "2026-03-02T09:00, false, 2026-03-03T17:00",
        "2026-03-02T23:59, false, 2026-03-03T17:00",
        "2026-03-06T09:00, false, 2026-03-09T17:00",
        "2026-03-07T09:00, false, 2026-03-09T17:00",
        "2026-03-08T09:00, false, 2026-03-09T17:00",
        "2026-03-07T22:30, true,  2026-03-07T23:30",
    })
    void theNextWorkingDayOrAnHourWhenUrgent(LocalDateTime opened, boolean urgent, LocalDateTime due) {
        assertThat(DueTimes.due(opened.atZone(ZONE).toInstant(), urgent, ZONE))
                .isEqualTo(due.atZone(ZONE).toInstant());
    }
}
