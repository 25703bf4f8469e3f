package org.plainline.referral;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code referrals} in the health page: how long the oldest referral has waited and how many events still have to reach
 * their listener. Neither takes the service down: an answer is worth more than an empty queue.
 */
@Component
class ReferralsHealthIndicator extends AbstractHealthIndicator {
    private final JdbcClient jdbc;
    private final InstantSource time;

    ReferralsHealthIndicator(JdbcClient jdbc, InstantSource time) {
        super("Referrals cannot be read");
        this.jdbc = jdbc;
        this.time = time;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        jdbc.sql("""
                        select count(*) as waiting, min(opened_at) as oldest,
                            (select count(*) from event_publication where completion_date is null) as events
                        from referral where state = 'requested'
                        """).query(row -> {
            var oldest = row.getObject("oldest", OffsetDateTime.class);
            long seconds = oldest == null
                    ? 0
                    : Duration.between(oldest.toInstant(), time.instant()).toSeconds();
            builder.up()
                    .withDetail("unclaimed", row.getLong("waiting"))
                    .withDetail("oldestUnclaimedSeconds", seconds)
                    .withDetail("eventsNotCompleted", row.getLong("events"));
        });
    }
}
