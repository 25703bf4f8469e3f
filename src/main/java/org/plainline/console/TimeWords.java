package org.plainline.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Times as people in an office say them: how long somebody has waited, until when something is due. */
@Component
class TimeWords {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Clock clock;

    TimeWords(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** {@code 12 min}, {@code 5 h}, {@code 3 days}. */
    String since(Words words, Instant then) {
        Duration waited = Duration.between(then, now());
        if (waited.toMinutes() < 1) {
            return words.say("time.now");
        }
        if (waited.toMinutes() < 90) {
            return words.say("time.minutes", waited.toMinutes());
        }
        return waited.toHours() < 48
                ? words.say("time.hours", waited.toHours())
                : words.say("time.days", waited.toDays());
    }

    /** {@code today 17:00}, {@code tomorrow 17:00}, {@code 26 Nov, 17:00}. */
    String at(Words words, Instant moment) {
        ZonedDateTime local = moment.atZone(clock.getZone());
        LocalDate today = LocalDate.ofInstant(now(), clock.getZone());
        String time = CLOCK.format(local);
        if (local.toLocalDate().equals(today)) {
            return words.say("time.today", time);
        }
        if (local.toLocalDate().equals(today.plusDays(1))) {
            return words.say("time.tomorrow", time);
        }
        if (local.toLocalDate().equals(today.minusDays(1))) {
            return words.say("time.yesterday", time);
        }
        var day = DateTimeFormatter.ofPattern(
                words.say("time.day-pattern"), words.language().locale());
        return words.say("time.other-day", day.format(local), time);
    }

    /** For machines: the {@code datetime} of a {@code time} element. */
    static String iso(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
