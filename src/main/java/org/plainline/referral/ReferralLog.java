package org.plainline.referral;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.referral.ReferralEvent.What;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done with referrals, in rows that the database itself refuses to change. */
@Repository
class ReferralLog {
    private final JdbcClient jdbc;
    private final InstantSource time;

    ReferralLog(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @param account null when the service itself did it */
    void note(UUID referral, @Nullable UUID account, What what, String detail) {
        jdbc.sql("insert into referral_event (referral, account, what, detail, at) values (?, ?, ?, ?, ?)")
                .param(referral)
                .param(account)
                .param(what.code())
                .param(detail)
                .param(time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest 200, newest first. */
    List<ReferralEvent> of(UUID referral) {
        return jdbc.sql("""
                        select what, account, detail, at from referral_event where referral = ?
                        order by position desc limit 200
                        """)
                .param(referral)
                .query((row, number) -> new ReferralEvent(
                        What.of(row.getString("what")),
                        row.getObject("account", UUID.class),
                        row.getString("detail"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
