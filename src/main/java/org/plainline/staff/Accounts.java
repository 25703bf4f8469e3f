package org.plainline.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plainline.staff.PasswordRefused.Why;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who can sign in at the console. */
public class Accounts {
    private static final String COLUMNS = "id, login, name, role, team, must_change_password, disabled";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Teams teams;
    private final InstantSource time;
    private final ApplicationEventPublisher events;

    Accounts(JdbcClient jdbc, Passwords passwords, Teams teams, InstantSource time, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.teams = teams;
        this.time = time;
        this.events = events;
    }

    /** An account and the password that its owner is told once; nothing stores it. */
    public record Issued(Account account, String oneTimePassword) {}

    /** Somebody has that login already. */
    public static final class LoginTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        LoginTaken(String login) {
            super("There is an account with the login " + login);
        }
    }

    /** Everybody, also the disabled, by login; at most 1,000. */
    public List<Account> all() {
        return jdbc.sql("select " + COLUMNS + " from staff_account order by login limit 1000")
                .query(Accounts::account)
                .list();
    }

    public Optional<Account> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from staff_account where id = ?")
                .param(id)
                .query(Accounts::account)
                .optional();
    }

    /**
     * @param login lower-case letters, digits, dots and hyphens, 2 to 40
     * @throws IllegalArgumentException for another login, an empty name or an unknown team
     * @throws LoginTaken when it exists, also disabled
     */
    @Transactional
    public Issued add(String login, String name, Role role, String team) {
        if (!login.matches("[a-z0-9][a-z0-9.-]{1,39}")
                || name.isBlank()
                || teams.byId(team).isEmpty()) {
            throw new IllegalArgumentException("An account needs a login, a name and a team of the service area");
        }
        String password = passwords.oneTime();
        UUID id = jdbc.sql("""
                        insert into staff_account (login, name, password, role, team, must_change_password, created_at)
                        values (?, ?, ?, ?, ?, true, ?) on conflict (login) do nothing returning id
                        """)
                .params(login, name.strip(), passwords.hash(password), role.code(), team)
                .param(time.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new LoginTaken(login));
        return new Issued(new Account(id, login, name.strip(), role, team, true, false), password);
    }

    /** Out at the next request; what the person had taken on is announced with {@link AccountDisabled}. */
    @Transactional
    public void disable(UUID id) {
        if (jdbc.sql("update staff_account set disabled = true where id = ? and not disabled")
                        .param(id)
                        .update()
                == 1) {
            signOutEverywhere(id);
            events.publishEvent(new AccountDisabled(id));
        }
    }

    @Transactional
    public void enable(UUID id) {
        jdbc.sql("update staff_account set disabled = false where id = ?")
                .param(id)
                .update();
    }

    /** A new one-time password; the person is signed out everywhere. Empty when there is no such account. */
    @Transactional
    public Optional<Issued> resetPassword(UUID id) {
        String password = passwords.oneTime();
        jdbc.sql("update staff_account set password = ?, must_change_password = true where id = ?")
                .params(passwords.hash(password), id)
                .update();
        signOutEverywhere(id);
        return find(id).map(account -> new Issued(account, password));
    }

    /**
     * Replaces the person's own password and signs out everywhere.
     *
     * @throws PasswordRefused saying why
     */
    @Transactional
    public Account changePassword(Account account, String present, String next) {
        if (!passwords.matches(present, hashOf(account.login()).orElse(""))) {
            throw new PasswordRefused(Why.NOT_YOURS);
        }
        if (next.equals(present)) {
            throw new PasswordRefused(Why.UNCHANGED);
        }
        Passwords.judge(next, account.login());
        jdbc.sql("update staff_account set password = ?, must_change_password = false where id = ?")
                .params(passwords.hash(next), account.id())
                .update();
        signOutEverywhere(account.id());
        return find(account.id()).orElseThrow();
    }

    boolean none() {
        return jdbc.sql("select not exists (select from staff_account)")
                .query(Boolean.class)
                .single();
    }

    /** Whom the password belongs to; takes the same time whether or not there is such an account. */
    Optional<Account> authenticate(String login, String password) {
        Optional<String> hash = hashOf(login);
        if (hash.isEmpty()) {
            passwords.matchNobody(password);
        }
        return hash.filter(stored -> passwords.matches(password, stored)).flatMap(matched -> byLogin(login));
    }

    /** Empty for unknown and for disabled accounts, which are refused alike. */
    private Optional<String> hashOf(String login) {
        return jdbc.sql("select password from staff_account where login = ? and not disabled")
                .param(login)
                .query(String.class)
                .optional();
    }

    Optional<Account> byLogin(String login) {
        return jdbc.sql("select " + COLUMNS + " from staff_account where login = ?")
                .param(login)
                .query(Accounts::account)
                .optional();
    }

    private void signOutEverywhere(UUID id) {
        jdbc.sql("delete from sign_in where account = ?").param(id).update();
    }

    static String normalise(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                Role.of(row.getString("role")),
                row.getString("team"),
                row.getBoolean("must_change_password"),
                row.getBoolean("disabled"));
    }
}
