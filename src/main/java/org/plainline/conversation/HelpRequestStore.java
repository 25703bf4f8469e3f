package org.plainline.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.Need;
import org.plainline.resident.PhoneNumber;
import org.plainline.resident.Urgency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of help requests. */
@Repository
class HelpRequestStore implements HelpRequests {
    private final JdbcClient jdbc;

    HelpRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the reference is taken; a new one has to be drawn */
    void save(HelpRequest request) {
        jdbc.sql("""
                        insert into help_request (id, reference, conversation, channel, language, need, words,
                            place, place_words, number, safe_time, complete, urgency, at)
                        values (:id, :reference, :conversation, :channel, :language, :need, :words,
                            :place, :placeWords, :number, :safeTime, :complete, :urgency, :at)
                        on conflict (id) do update set language = excluded.language,
                            need = excluded.need, words = excluded.words,
                            place = excluded.place, place_words = excluded.place_words, number = excluded.number,
                            safe_time = excluded.safe_time, complete = excluded.complete,
                            urgency = excluded.urgency, at = excluded.at""")
                .param("id", request.id())
                .param("reference", request.reference())
                .param("conversation", request.conversation())
                .param("channel", request.channel().code())
                .param("language", request.language().code())
                .param("need", request.need().code())
                .param("words", request.words())
                .param("place", request.placeId())
                .param("placeWords", request.placeWords())
                .param(
                        "number",
                        request.number() == null ? null : request.number().e164())
                .param("safeTime", request.safeTime())
                .param("complete", request.complete())
                .param(
                        "urgency",
                        request.urgency() == null ? null : request.urgency().name())
                .param("at", Timestamp.from(request.at()))
                .update();
    }

    @Override
    public Optional<HelpRequest> find(UUID id) {
        return jdbc.sql("""
                        select id, reference, conversation, channel, language, need, words, place, place_words, number,
                            safe_time, complete, urgency, at from help_request where id = ?""").param(id).query((row, number) -> request(row)).optional();
    }

    @Override
    public List<HelpRequest> find(Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, reference, conversation, channel, language, need, words, place, place_words, number,
                            safe_time, complete, urgency, at from help_request where id = any(?)""")
                .param(ids.toArray(UUID[]::new))
                .query((row, number) -> request(row))
                .list();
    }

    private static HelpRequest request(ResultSet row) throws SQLException {
        String urgency = row.getString("urgency");
        return new HelpRequest(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getObject("conversation", UUID.class),
                Channel.of(row.getString("channel")),
                Language.of(row.getString("language")),
                Need.of(row.getString("need")),
                row.getString("words"),
                row.getString("place"),
                row.getString("place_words"),
                number(row.getString("number")),
                row.getString("safe_time"),
                row.getBoolean("complete"),
                urgency == null ? null : Urgency.valueOf(urgency),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable PhoneNumber number(@Nullable String e164) {
        return e164 == null ? null : new PhoneNumber(e164);
    }
}
