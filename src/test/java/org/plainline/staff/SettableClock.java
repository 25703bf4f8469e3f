package org.plainline.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on when it is told to. */
final class SettableClock implements InstantSource {
    private Instant now = Instant.parse("2026-03-02T01:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void goOn(Duration duration) {
        now = now.plus(duration);
    }
}
