package org.plainline.referral;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Until when somebody should have been in touch: an hour for what is urgent, otherwise the end of the next working day.
 * Public holidays are not known here: a request that comes in before one is due too early, never too late.
 */
final class DueTimes {
    private static final Duration URGENT = Duration.ofHours(1);
    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);

    private DueTimes() {}

    static Instant due(Instant opened, boolean urgent, ZoneId zone) {
        if (urgent) {
            return opened.plus(URGENT);
        }
        LocalDate day = opened.atZone(zone).toLocalDate().plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return ZonedDateTime.of(day, END_OF_WORK, zone).toInstant();
    }
}
