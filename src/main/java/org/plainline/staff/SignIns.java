package org.plainline.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is signed in. Kept in the database, so that every service process knows, a restart signs nobody out, and whoever
 * is disabled is out at once.
 */
final class SignIns {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    /** A request later than this is noted; more often would only write. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final SecureRandom random;

    SignIns(JdbcClient jdbc, InstantSource time, SecureRandom random) {
        this.jdbc = jdbc;
        this.time = time;
        this.random = random;
    }

    /** A new secret for the cookie, 256 bits. */
    String open(Account account) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("delete from sign_in where seen_at < ? or opened_at < ?")
                .params(ago(IDLE), ago(LONGEST))
                .update();
        jdbc.sql("insert into sign_in (token, account, opened_at, seen_at) values (?, ?, ?, ?)")
                .params(digest(token), account.id(), ago(Duration.ZERO), ago(Duration.ZERO))
                .update();
        return token;
    }

    /**
     * Whom the secret belongs to, as the account stands at this moment.
     *
     * @param awake whether a person did this, rather than an open page by itself
     */
    Optional<Account> find(String token, boolean awake) {
        Optional<Account> account = jdbc.sql("""
                        select a.id, a.login, a.name, a.role, a.team, a.must_change_password, a.disabled
                        from sign_in s join staff_account a on a.id = s.account
                        where s.token = ? and s.seen_at >= ? and s.opened_at >= ? and not a.disabled
                        """)
                .params(digest(token), ago(IDLE), ago(LONGEST))
                .query(Accounts::account)
                .optional();
        if (awake && account.isPresent()) {
            jdbc.sql("update sign_in set seen_at = ? where token = ? and seen_at < ?")
                    .params(ago(Duration.ZERO), digest(token), ago(NOTED))
                    .update();
        }
        return account;
    }

    void close(String token) {
        jdbc.sql("delete from sign_in where token = ?").param(digest(token)).update();
    }

    private OffsetDateTime ago(Duration duration) {
        return time.instant().minus(duration).atOffset(ZoneOffset.UTC);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
