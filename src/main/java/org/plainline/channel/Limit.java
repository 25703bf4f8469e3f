package org.plainline.channel;

import java.time.Duration;

/**
 * How much one number or address may ask before it has to wait. Crisis, a wish for a person and a request that is being
 * taken are never stopped: whoever checks a limit has to let those through.
 */
public enum Limit {
    SMS_PER_NUMBER(30, Duration.ofSeconds(20)),
    CALLS_PER_NUMBER(30, Duration.ofMinutes(2)),
    CHAT_PER_ADDRESS(60, Duration.ofSeconds(2)),
    ANSWERS_PER_ADDRESS(120, Duration.ofMillis(500)),
    /** How often a number that asks too much is told so. */
    NOTICE_PER_NUMBER(1, Duration.ofMinutes(10));

    final int burst;
    final Duration refill;

    /**
     * @param burst so many at once
     * @param refill one more after each such time
     */
    Limit(int burst, Duration refill) {
        this.burst = burst;
        this.refill = refill;
    }
}
