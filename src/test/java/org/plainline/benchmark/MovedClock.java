package org.plainline.benchmark;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Stands still until it is moved to the next day. */
final class MovedClock extends Clock {
    private volatile Instant now = Instant.now();

    void nextDay() {
        now = now.plus(Duration.ofDays(1));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
