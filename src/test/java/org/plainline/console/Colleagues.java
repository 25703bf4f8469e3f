package org.plainline.console;

import java.util.concurrent.atomic.AtomicInteger;
import org.plainline.staff.Account;
import org.plainline.staff.Accounts;
import org.plainline.staff.Role;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** People who work at the offices of the service area that is shipped. */
@TestComponent
public class Colleagues {
    static final String PASSWORD = "three blue bicycles";
    static final String LIUHE = "liuhe-office";
    static final String CHENGGUAN = "chengguan-office";

    /** As cheap as bcrypt goes: these tests sign in a hundred times. */
    private static final String HASH = new BCryptPasswordEncoder(4).encode(PASSWORD);

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final AtomicInteger number = new AtomicInteger();

    Colleagues(Accounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    public Account caseworker(String team) {
        return somebody(Role.CASEWORKER, team);
    }

    /** Signs in with {@link #PASSWORD}. */
    public Account somebody(Role role, String team) {
        int count = number.incrementAndGet();
        var issued = accounts.add(role.code() + "-" + count, "李娜 " + count, role, team);
        jdbc.sql("update staff_account set password = ?, must_change_password = false where id = ?")
                .params(HASH, issued.account().id())
                .update();
        return accounts.find(issued.account().id()).orElseThrow();
    }

    /** The one of the first start, who sees everything. */
    public Account administrator() {
        return accounts.all().stream()
                .filter(account -> account.login().equals("administrator"))
                .findFirst()
                .orElseThrow();
    }
}
