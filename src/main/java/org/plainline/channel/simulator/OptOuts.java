package org.plainline.channel.simulator;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Handsets whose owners sent STOP: the carrier takes no message for them until they send START. */
@Component
@WhenSimulating
class OptOuts {
    private final JdbcClient database;
    private final InstantSource clock;

    OptOuts(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return whether it was not stopped before */
    boolean stop(String number) {
        return database.sql("insert into simulated_opt_out (number, at) values (:number, :at) on conflict do nothing")
                        .param("number", number)
                        .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** @return whether it was stopped before */
    boolean start(String number) {
        return database.sql("delete from simulated_opt_out where number = :number")
                        .param("number", number)
                        .update()
                > 0;
    }

    boolean stopped(String number) {
        return database.sql("select count(*) from simulated_opt_out where number = :number")
                        .param("number", number)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
