package org.plainline.channel.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.plainline.channel.simulator.SimulatedMessage.Direction;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The texts of every handset: they wait there, however often the service is restarted. */
@Component
@WhenSimulating
class SimulatedMessages {
    /** Older ones of the same handset are forgotten. */
    static final int MOST = 200;

    private final JdbcClient database;
    private final InstantSource clock;
    private final Sinks.Many<SimulatedMessage> added = Sinks.many().multicast().directBestEffort();

    SimulatedMessages(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Stores it and tells whoever looks at that handset. */
    SimulatedMessage add(String number, Direction direction, String body, String sid) {
        SimulatedMessage message = database.sql("""
                        insert into simulated_message (number, direction, body, sid, at)
                        values (:number, :direction, :body, :sid, :at)
                        returning *
                        """)
                .param("number", number)
                .param("direction", direction.code())
                .param("body", body)
                .param("sid", sid)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(SimulatedMessages::read)
                .single();
        forgetOldest(number);
        announce(message);
        return message;
    }

    private void forgetOldest(String number) {
        database.sql("""
                        delete from simulated_message
                        where number = :number and id <= (
                            select id from simulated_message where number = :number order by id desc
                            offset :most limit 1)
                        """).param("number", number).param("most", MOST).update();
    }

    /** The newest {@value #MOST} messages, oldest first. */
    List<SimulatedMessage> thread(String number) {
        return database.sql("""
                        select * from (
                            select * from simulated_message where number = :number order by id desc limit :most) newest
                        order by id
                        """)
                .param("number", number)
                .param("most", MOST)
                .query(SimulatedMessages::read)
                .list();
    }

    /** Every message of that handset from now on; ends when the service stops. */
    Flux<SimulatedMessage> arriving(String number) {
        return added.asFlux().filter(message -> message.number().equals(number));
    }

    /** An open stream would otherwise hold up the stop of the service. */
    @EventListener(ContextClosedEvent.class)
    synchronized void close() {
        added.tryEmitComplete();
    }

    private synchronized void announce(SimulatedMessage message) {
        added.tryEmitNext(message);
    }

    private static SimulatedMessage read(ResultSet row, int index) throws SQLException {
        return new SimulatedMessage(
                row.getLong("id"),
                row.getString("number"),
                Direction.of(row.getString("direction")),
                row.getString("body"),
                row.getString("sid"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
