package org.plainline.channel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Token buckets in memory, one for each limit and key; they fail open: what is forgotten is allowed again. */
@Component
public class FloodLimits {
    private static final int MOST_KEYS = 100_000;

    /**
     * @param tokens left at that time
     * @param allowed whether the last one who asked got one
     */
    private record Bucket(double tokens, Instant at, boolean allowed) {}

    private record Key(Limit limit, String who) {}

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(Duration.ofHours(2))
            .build();
    private final boolean enabled;
    private final InstantSource clock;
    private final MeterRegistry meters;

    FloodLimits(@Value("${plainline.limits.enabled}") boolean enabled, InstantSource clock, MeterRegistry meters) {
        this.enabled = enabled;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Takes one from the bucket of that number or address.
     *
     * @param who kept in memory only
     * @return false when it is empty
     */
    public boolean allows(Limit limit, String who) {
        if (!enabled) {
            return true;
        }
        Instant now = clock.instant();
        Bucket left = buckets.asMap()
                .compute(
                        new Key(limit, who),
                        (key, bucket) ->
                                taken(limit, bucket == null ? new Bucket(limit.burst, now, true) : bucket, now));
        boolean allowed = left != null && left.allowed();
        if (!allowed) {
            meters.counter("plainline.limited", "limit", limit.name().toLowerCase(Locale.ROOT))
                    .increment();
        }
        return allowed;
    }

    private static Bucket taken(Limit limit, Bucket bucket, Instant now) {
        double refilled = (double) Duration.between(bucket.at(), now).toMillis() / limit.refill.toMillis();
        double tokens = Math.min(limit.burst, bucket.tokens() + Math.max(0, refilled));
        return tokens >= 1 ? new Bucket(tokens - 1, now, true) : new Bucket(tokens, now, false);
    }
}
