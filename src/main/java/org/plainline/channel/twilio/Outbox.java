package org.plainline.channel.twilio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.plainline.resident.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages that wait to be sent, for any number of nodes. Time is the database's: the nodes' clocks may differ. */
@Component
class Outbox {
    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same line again changes nothing. */
    void queue(UUID line, PhoneNumber number, String body) {
        jdbc.sql("insert into outbound_message (line, number, body) values (?, ?, ?) on conflict (line) do nothing")
                .params(line, number.e164(), body)
                .update();
    }

    /** Takes the next message that is due, unless an earlier one to the same number is still on its way. */
    Optional<OutboundMessage> claim() {
        return jdbc.sql("""
                        update outbound_message
                        set state = 'sending', attempts = attempts + 1, updated_at = now()
                        where id = (
                            select id from outbound_message due
                            where state = 'queued' and next_attempt_at <= now() and not exists (
                                select 1 from outbound_message earlier
                                where earlier.number = due.number and earlier.position < due.position
                                and earlier.state in ('queued', 'sending'))
                            order by position
                            limit 1
                            for update skip locked)
                        returning id, number, body, attempts, created_at < now() - interval '4 hours' as old""").query((row, number) -> message(row)).optional();
    }

    /** Proof of acceptance counts whatever happened to the row since. */
    void accepted(OutboundMessage message, String sid) {
        jdbc.sql("""
                        update outbound_message
                        set state = case when state in (:earlier) then 'sent' else state end,
                            error_code = case when state in (:earlier) then null else error_code end,
                            sid = coalesce(sid, :sid), body = null, updated_at = now()
                        where id = :id""")
                .param("id", message.id())
                .param("sid", sid)
                .param("earlier", MessageState.SENT.earlier())
                .update();
    }

    /** It is over for this message, in that state. */
    void settle(OutboundMessage message, MessageState state, String error) {
        jdbc.sql("""
                        update outbound_message
                        set state = :state, error_code = :error, body = null, updated_at = now()
                        where id = :id and attempts = :attempt and state = 'sending'""")
                .param("id", message.id())
                .param("attempt", message.attempt())
                .param("state", state.code())
                .param("error", error)
                .update();
    }

    void again(OutboundMessage message, Duration after, String error) {
        jdbc.sql("""
                        update outbound_message
                        set state = 'queued', error_code = :error, updated_at = now(),
                            next_attempt_at = now() + :after * interval '1 millisecond'
                        where id = :id and attempts = :attempt and state = 'sending'""")
                .param("id", message.id())
                .param("attempt", message.attempt())
                .param("after", after.toMillis())
                .param("error", error)
                .update();
    }

    /**
     * Gives up on messages whose node died while it sent them; an attempt takes 15 seconds at most.
     *
     * @return how many there were
     */
    int abandon() {
        return jdbc.sql("""
                        update outbound_message
                        set state = 'unknown', error_code = 'interrupted', body = null, updated_at = now()
                        where state = 'sending' and updated_at < now() - interval '1 minute'""").update();
    }

    /** The resident refuses texts: what has not left yet stays here. */
    void withhold(PhoneNumber number) {
        jdbc.sql("""
                        update outbound_message
                        set state = 'failed', error_code = 'opted-out', body = null, updated_at = now()
                        where number = ? and state = 'queued'""").param(number.e164()).update();
    }

    long waiting() {
        return jdbc.sql("select count(*) from outbound_message where state in ('queued', 'sending')")
                .query(Long.class)
                .single();
    }

    private static OutboundMessage message(ResultSet row) throws SQLException {
        return new OutboundMessage(
                row.getObject("id", UUID.class),
                new PhoneNumber(row.getString("number")),
                row.getString("body"),
                row.getInt("attempts"),
                row.getBoolean("old"));
    }
}
