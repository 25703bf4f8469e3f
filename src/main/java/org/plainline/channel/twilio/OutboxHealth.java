package org.plainline.channel.twilio;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Down when a text has been waiting for ten minutes; says too how many were lost sight of within a day. */
final class OutboxHealth extends AbstractHealthIndicator {
    private static final Duration OVERDUE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final TwilioAccounts accounts;

    OutboxHealth(JdbcClient jdbc, TwilioAccounts accounts) {
        super("The outbox cannot be read");
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    private record Waiting(long count, long oldestSeconds) {}

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Waiting waiting = jdbc.sql("""
                        select count(*) as count,
                            coalesce(extract(epoch from now() - min(created_at)), 0)::bigint as oldest_seconds
                        from outbound_message where state in ('queued', 'sending')""").query(Waiting.class).single();
        builder.status(waiting.oldestSeconds() > OVERDUE.toSeconds() ? "DOWN" : "UP")
                .withDetail("account", accounts.outbound().isPresent() ? "present" : "none: messages wait")
                .withDetail("waiting", waiting.count())
                .withDetail("oldestWaitingSeconds", waiting.oldestSeconds())
                .withDetail("unknownToday", lost(MessageState.UNKNOWN))
                .withDetail("failedToday", lost(MessageState.FAILED));
    }

    private long lost(MessageState state) {
        return jdbc.sql("""
                        select count(*) from outbound_message
                        where state = ? and state in ('unknown', 'failed') and updated_at > now() - interval '1 day'""").param(state.code()).query(Long.class).single();
    }
}
