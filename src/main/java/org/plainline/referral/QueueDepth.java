package org.plainline.referral;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code plainline.queue.depth}: open referrals, those that wait and those that somebody has taken. */
@Component
class QueueDepth implements MeterBinder {
    private final JdbcClient jdbc;

    QueueDepth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ReferralState state : List.of(ReferralState.REQUESTED, ReferralState.ACCEPTED)) {
            Gauge.builder("plainline.queue.depth", () -> count(state))
                    .description("Open referrals")
                    .tag("state", state.code())
                    .register(registry);
        }
    }

    /** Unknown rather than an error page while the database is away. */
    private double count(ReferralState state) {
        try {
            return jdbc.sql("select count(*) from referral where state in ('requested', 'accepted') and state = ?")
                    .param(state.code())
                    .query(Long.class)
                    .single();
        } catch (DataAccessException databaseAway) {
            return Double.NaN;
        }
    }
}
