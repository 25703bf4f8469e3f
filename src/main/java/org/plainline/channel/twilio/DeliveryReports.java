package org.plainline.channel.twilio;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts down how far messages came; a report that is behind what is known, or not about us, changes nothing. */
@Component
class DeliveryReports {
    private final JdbcClient jdbc;

    DeliveryReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param id our own id, which the carrier can know only from accepting the message
     * @param error the carrier's error code, null without one
     * @return whether the message is one of ours
     */
    boolean record(UUID id, String sid, MessageState state, @Nullable String error) {
        jdbc.sql("""
                        update outbound_message
                        set state = :state, error_code = :error, sid = :sid, body = null, updated_at = now()
                        where id = :id and state in (:earlier) and (sid is null or sid = :sid)""")
                .param("id", id)
                .param("sid", sid)
                .param("state", state.code())
                .param("error", error)
                .param("earlier", state.earlier())
                .update();
        return jdbc.sql("select sid = :sid from outbound_message where id = :id")
                .param("id", id)
                .param("sid", sid)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    Optional<UUID> messageOf(String sid) {
        return jdbc.sql("select id from outbound_message where sid = ? order by position desc limit 1")
                .param(sid)
                .query(UUID.class)
                .optional();
    }
}
