package org.plainline.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Makes guessing slow: after some failures the next attempt has to wait, twice as long each time, up to a minute.
 * Nobody is ever locked out for good, and a name that does not exist is treated like one that does.
 */
final class SignInDelays {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** An attacker can have many names remembered at most, not fill the memory. */
    private static final int REMEMBERED = 10_000;

    private static final int FREE_FOR_AN_ACCOUNT = 4;

    /** A whole office may stand behind one address. */
    private static final int FREE_FOR_AN_ADDRESS = 20;

    private record Attempts(int failures, Instant last) {}

    private final Cache<String, Attempts> attempts = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofHours(1))
            .build();
    private final InstantSource time;

    SignInDelays(InstantSource time) {
        this.time = time;
    }

    /**
     * Counts an attempt as failed until {@link #succeeded} says otherwise, so that many at once are no way round.
     *
     * @return false when it has to wait; such an attempt counts for nothing
     */
    synchronized boolean admits(String login, String address) {
        Instant now = time.instant();
        if (waits(account(login), FREE_FOR_AN_ACCOUNT, now) || waits(address(address), FREE_FOR_AN_ADDRESS, now)) {
            return false;
        }
        count(account(login), now);
        count(address(address), now);
        return true;
    }

    /** The address keeps its failures: one good account must not pay for guesses at others. */
    synchronized void succeeded(String login, String address) {
        attempts.invalidate(account(login));
        attempts.asMap()
                .computeIfPresent(address(address), (key, past) -> new Attempts(past.failures() - 1, past.last()));
    }

    private boolean waits(String key, int free, Instant now) {
        Attempts past = attempts.getIfPresent(key);
        return past != null && now.isBefore(past.last().plus(delay(past.failures() - free)));
    }

    private void count(String key, Instant now) {
        attempts.asMap().merge(key, new Attempts(1, now), (past, one) -> new Attempts(past.failures() + 1, now));
    }

    private static String account(String login) {
        return "account " + login;
    }

    private static String address(String address) {
        return "address " + address;
    }

    private static Duration delay(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(beyond, 6));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
