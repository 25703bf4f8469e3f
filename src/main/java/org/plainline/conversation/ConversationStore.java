package org.plainline.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.conversation.Line.Speaker;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows behind a talk. Every method runs in the caller's transaction and takes as few round trips as it can. */
@Repository
class ConversationStore {
    private static final String OPENED = """
            with talk as (
                insert into conversation
                    (id, channel, party, caller, language, state, opted_out, created_at, updated_at)
                values (:id, :channel, :party, :caller, :language, :state::jsonb, :optedOut, :now, :now)
                on conflict (channel, party) where closed_at is null do nothing returning id
            )""";

    /** PostgreSQL marks every version of a row with the transaction that wrote it. */
    private static final String MOVED = """
            with talk as (
                update conversation set language = :language, state = :state::jsonb,
                    opted_out = :optedOut, updated_at = :now
                where id = :id and xmin = :version::xid returning id
            )""";

    private static final String TURN = """
            , talked as (
                insert into transcript_line (id, conversation, channel, speaker, text, at)
                select line.id, talk.id, :channel, line.speaker, line.text, :now::timestamptz from talk,
                    (values (:heard, 'resident', :said), (:answer, 'service', :replied)) as line (id, speaker, text)
                where line.text <> ''
            )
            insert into delivery (id, conversation, reply, at)
            select :delivery, id, :reply::jsonb, :now::timestamptz from talk""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ConversationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param reply what the delivery was answered with, when it came before */
    record Standing(Talk talk, Optional<String> reply) {}

    /** The open talk with that party. */
    Optional<Standing> standing(Channel channel, String party, String delivery, Hold hold, Instant now) {
        return jdbc.sql("""
                        select id, channel, party, caller, language, state, opted_out, xmin::text as version,
                            (select reply from delivery
                                where delivery.conversation = talk.id and delivery.id = :delivery) as reply
                        from conversation talk
                        where channel = :channel and party = :party and closed_at is null
                        """ + (hold == Hold.UNTIL_COMMIT ? "for update" : ""))
                .param("channel", channel.code())
                .param("party", party)
                .param("delivery", delivery)
                .query((row, number) -> new Standing(talk(row, now), Optional.ofNullable(row.getString("reply"))))
                .optional();
    }

    /** The open talk with that party, locked until the transaction ends, so that two texts at once become two turns. */
    Optional<Talk> lock(Channel channel, String party, Instant now) {
        return jdbc.sql("""
                        select id, channel, party, caller, language, state, opted_out, xmin::text as version
                        from conversation where channel = ? and party = ? and closed_at is null for update""")
                .params(channel.code(), party)
                .query((row, number) -> talk(row, now))
                .optional();
    }

    /** Opens a talk unless somebody else did so at the same moment; {@link #lock} then finds it. */
    void open(Talk talk) {
        jdbc.sql("""
                        insert into conversation
                            (id, channel, party, caller, language, state, created_at, updated_at)
                        values (:id, :channel, :party, :caller, :language, :state::jsonb, :now, :now)
                        on conflict (channel, party) where closed_at is null do nothing""")
                .param("id", talk.id())
                .param("channel", talk.channel().code())
                .param("party", talk.party())
                .param("caller", talk.caller() == null ? null : talk.caller().e164())
                .param("language", talk.language().code())
                .param("state", json.writeValueAsString(talk.state()))
                .param("now", Timestamp.from(talk.now()))
                .update();
    }

    /** What a delivery was answered with before. */
    <T> Optional<T> answered(UUID conversation, String delivery, Class<T> type) {
        return jdbc.sql("select reply from delivery where conversation = ? and id = ?")
                .params(conversation, delivery)
                .query(String.class)
                .optional()
                .map(reply -> json.readValue(reply, type));
    }

    boolean isAnswered(UUID conversation, String delivery) {
        return jdbc.sql("select exists (select from delivery where conversation = ? and id = ?)")
                .params(conversation, delivery)
                .query(Boolean.class)
                .single();
    }

    /** Whether whoever has this number wants no text messages, however they talk to us now. */
    boolean optedOut(PhoneNumber caller) {
        return jdbc.sql("select exists (select from conversation where caller = ? and opted_out and closed_at is null)")
                .param(caller.e164())
                .query(Boolean.class)
                .single();
    }

    /**
     * Stores a whole turn in one round trip: who said what, how it was answered, and where the talk now stands.
     *
     * @return false when nothing is stored, because the talk is no longer the one that the turn was thought about
     */
    boolean turn(Talk talk, String delivery, String said, String replied, Object reply) {
        return jdbc.sql((talk.version() == null ? OPENED : MOVED) + TURN)
                        .param("delivery", delivery)
                        .param("id", talk.id())
                        .param("version", talk.version())
                        .param("party", talk.party())
                        .param(
                                "caller",
                                talk.caller() == null ? null : talk.caller().e164())
                        .param("reply", json.writeValueAsString(reply))
                        .param("now", Timestamp.from(talk.now()))
                        .param("heard", UUID.randomUUID())
                        .param("answer", UUID.randomUUID())
                        .param("channel", talk.channel().code())
                        .param("said", said)
                        .param("replied", replied)
                        .param("language", talk.language().code())
                        .param("state", json.writeValueAsString(talk.state()))
                        .param("optedOut", talk.optedOut())
                        .update()
                == 1;
    }

    /** Where a talk stands, without a turn in it. */
    void state(Talk talk) {
        jdbc.sql("update conversation set state = ?::jsonb, language = ? where id = ?")
                .params(json.writeValueAsString(talk.state()), talk.language().code(), talk.id())
                .update();
    }

    void line(Line line) {
        jdbc.sql("""
                        insert into transcript_line (id, conversation, channel, speaker, author, text, at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        line.id(),
                        line.conversation(),
                        line.channel().code(),
                        line.speaker().name().toLowerCase(Locale.ROOT),
                        line.author(),
                        line.text(),
                        Timestamp.from(line.at()))
                .update();
    }

    Optional<Talk> byId(UUID id, Instant now) {
        return jdbc.sql("""
                        select id, channel, party, caller, language, state, opted_out, xmin::text as version
                        from conversation where id = ?""").param(id).query((row, number) -> talk(row, now)).optional();
    }

    /** The newest 500 lines, oldest first. */
    List<Line> lines(UUID conversation) {
        return jdbc.sql("""
                        select * from (
                            select id, conversation, channel, speaker, author, text, at, position from transcript_line
                            where conversation = ? order by position desc limit 500) newest
                        order by position""")
                .param(conversation)
                .query((row, number) -> line(row))
                .list();
    }

    Optional<Line> line(UUID id) {
        return jdbc.sql("select id, conversation, channel, speaker, author, text, at from transcript_line where id = ?")
                .param(id)
                .query((row, number) -> line(row))
                .optional();
    }

    Optional<UUID> openConversation(Channel channel, String party) {
        return jdbc.sql("select id from conversation where channel = ? and party = ? and closed_at is null")
                .params(channel.code(), party)
                .query(UUID.class)
                .optional();
    }

    boolean inIntake(UUID conversation) {
        return jdbc.sql("select state ->> 'intake' is not null from conversation where id = ?")
                .param(conversation)
                .query(Boolean.class)
                .single();
    }

    Optional<String> lastReply(UUID conversation) {
        return jdbc.sql("select reply from delivery where conversation = ? order by at desc limit 1")
                .param(conversation)
                .query(String.class)
                .optional();
    }

    /** The language this number spoke last, on any channel, not longer ago than that. */
    Optional<Language> language(PhoneNumber caller, Instant since) {
        return jdbc.sql("""
                        select language from conversation where caller = ? and updated_at >= ?
                        order by updated_at desc limit 1""")
                .params(caller.e164(), Timestamp.from(since))
                .query(String.class)
                .optional()
                .map(Language::of);
    }

    void close(Channel channel, String party, Instant now) {
        jdbc.sql("update conversation set closed_at = ? where channel = ? and party = ? and closed_at is null")
                .params(Timestamp.from(now), channel.code(), party)
                .update();
    }

    private Talk talk(ResultSet row, Instant now) throws SQLException {
        return new Talk(
                row.getObject("id", UUID.class),
                Channel.of(row.getString("channel")),
                row.getString("party"),
                number(row.getString("caller")),
                Language.of(row.getString("language")),
                json.readValue(row.getString("state"), DialogueState.class),
                row.getBoolean("opted_out"),
                now,
                row.getString("version"));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("conversation", UUID.class),
                Channel.of(row.getString("channel")),
                Speaker.valueOf(row.getString("speaker").toUpperCase(Locale.ROOT)),
                row.getString("author"),
                row.getString("text"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable PhoneNumber number(@Nullable String e164) {
        return e164 == null ? null : new PhoneNumber(e164);
    }
}
