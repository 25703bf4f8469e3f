package org.plainline.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.conversation.HelpRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of referrals. */
@Repository
class ReferralStore {
    private static final String COLUMNS = """
            id, help_request, conversation, reference, team, state, urgent, complete, owner, opened_at, due_at,
            claimed_at, closed_at, outcome, note
            """;

    private final JdbcClient jdbc;

    ReferralStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One event about a request at a time, also between service processes, until the transaction ends. */
    void lock(UUID helpRequest) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(helpRequest.toString())
                .query((row, number) -> true)
                .single();
    }

    Optional<Referral> byRequest(UUID helpRequest) {
        return jdbc.sql("select " + COLUMNS + " from referral where help_request = ? for update")
                .param(helpRequest)
                .query(ReferralStore::referral)
                .optional();
    }

    Optional<Referral> byId(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from referral where id = ?")
                .param(id)
                .query(ReferralStore::referral)
                .optional();
    }

    /** @param told what {@link Routing} knew of the request */
    UUID open(HelpRequest request, String team, Instant due, String told) {
        return jdbc.sql("""
                        insert into referral (help_request, conversation, reference, team, state, urgent, complete,
                            opened_at, due_at, told)
                        values (?, ?, ?, ?, 'requested', ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        request.id(),
                        request.conversation(),
                        request.reference(),
                        team,
                        request.urgency() != null,
                        request.complete(),
                        utc(request.at()),
                        utc(due),
                        told)
                .query(UUID.class)
                .single();
    }

    void update(UUID id, String team, boolean urgent, boolean complete, Instant due, String told) {
        jdbc.sql("""
                        update referral set team = ?, urgent = ?, complete = ?, due_at = ?, told = ?,
                            version = version + 1
                        where id = ?
                        """).params(team, urgent, complete, utc(due), told, id).update();
    }

    /** What was known of the request when the referral was opened or updated last. */
    String told(UUID id) {
        return jdbc.sql("select told from referral where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** Says that something about it changed which stands elsewhere. */
    void touch(UUID id) {
        jdbc.sql("update referral set version = version + 1 where id = ?")
                .param(id)
                .update();
    }

    /** Whether this caseworker got it; of several at once exactly one does. */
    boolean claim(UUID id, UUID owner, Instant now) {
        return jdbc.sql("""
                                update referral set state = 'accepted', owner = ?, claimed_at = ?, version = version + 1
                                where id = ? and state = 'requested'
                                """).params(owner, utc(now), id).update() == 1;
    }

    boolean release(UUID id, UUID owner) {
        return jdbc.sql("""
                                update referral set state = 'requested', owner = null, claimed_at = null,
                                    version = version + 1
                                where id = ? and state = 'accepted' and owner = ?
                                """).params(id, owner).update() == 1;
    }

    boolean close(UUID id, UUID owner, Outcome outcome, String note, Instant now) {
        return jdbc.sql("""
                                update referral set state = ?, outcome = ?, note = ?, closed_at = ?,
                                    version = version + 1
                                where id = ? and state = 'accepted' and owner = ?
                                """)
                        .params(outcome.state().code(), outcome.code(), note, utc(now), id, owner)
                        .update()
                == 1;
    }

    boolean reopen(UUID id, UUID owner) {
        return jdbc.sql("""
                                update referral set state = 'accepted', outcome = null, closed_at = null,
                                    version = version + 1
                                where id = ? and state in ('completed', 'cancelled') and owner = ?
                                """).params(id, owner).update() == 1;
    }

    /** Closed before, it waits for somebody again. */
    void putBack(UUID id) {
        jdbc.sql("""
                        update referral set state = 'requested', owner = null, claimed_at = null, outcome = null,
                            closed_at = null
                        where id = ? and state in ('completed', 'cancelled')
                        """).param(id).update();
    }

    List<Referral> ownedBy(UUID account) {
        return jdbc.sql("select " + COLUMNS + " from referral where owner = ? and state = 'accepted' for update")
                .param(account)
                .query(ReferralStore::referral)
                .list();
    }

    /**
     * What is to be done, first things first: urgent ones, then by due time; what a colleague has taken comes last.
     *
     * @param team null for all
     */
    List<Referral> open(@Nullable String team, UUID viewer, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                        from referral where state in ('requested', 'accepted') and (:team::text is null or team = :team)
                        order by owner is not null and owner <> :viewer, urgent desc, due_at, reference limit :limit
                        """)
                .param("team", team)
                .param("viewer", viewer)
                .param("limit", limit)
                .query(ReferralStore::referral)
                .list();
    }

    List<Referral> closed(@Nullable String team, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                        from referral where closed_at is not null and (:team::text is null or team = :team)
                        order by closed_at desc limit :limit
                        """)
                .param("team", team)
                .param("limit", limit)
                .query(ReferralStore::referral)
                .list();
    }

    private static Referral referral(ResultSet row, int number) throws SQLException {
        return new Referral(
                row.getObject("id", UUID.class),
                row.getObject("help_request", UUID.class),
                row.getObject("conversation", UUID.class),
                row.getString("reference"),
                row.getString("team"),
                ReferralState.of(row.getString("state")),
                row.getBoolean("urgent"),
                row.getBoolean("complete"),
                row.getObject("owner", UUID.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                instant(row, "claimed_at"),
                instant(row, "closed_at"),
                Optional.ofNullable(row.getString("outcome"))
                        .flatMap(Outcome::of)
                        .orElse(null),
                row.getString("note"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
