package org.plainline.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The rows of misses. */
@Repository
class MissStore implements Misses {
    private static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    MissStore(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void save(Miss miss) {
        jdbc.sql("insert into miss (why, channel, language, words, topics, at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        miss.why().code(),
                        miss.channel().code(),
                        miss.language().code(),
                        miss.words(),
                        miss.topics().toArray(String[]::new),
                        Timestamp.from(miss.at()))
                .update();
    }

    @Override
    public List<Miss> newest(int limit) {
        return jdbc.sql("select why, channel, language, words, topics, at from miss order by position desc limit ?")
                .param(limit)
                .query((row, number) -> miss(row))
                .list();
    }

    @Scheduled(fixedDelayString = "P1D")
    void forget() {
        jdbc.sql("delete from miss where at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private static Miss miss(ResultSet row) throws SQLException {
        return new Miss(
                Miss.Why.of(row.getString("why")),
                Channel.of(row.getString("channel")),
                Language.of(row.getString("language")),
                row.getString("words"),
                List.of((String[]) row.getArray("topics").getArray()),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
