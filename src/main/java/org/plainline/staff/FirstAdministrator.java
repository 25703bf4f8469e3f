package org.plainline.staff;

import java.io.PrintStream;
import org.plainline.staff.Accounts.Issued;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** Lets somebody in at the very first start, and again when the last administrator forgot the password. */
final class FirstAdministrator {
    static final String LOGIN = "administrator";

    private final Accounts accounts;
    private final Teams teams;
    private final PrintStream screen;
    private final boolean reset;

    /**
     * @param screen where the person who starts the service looks; not a log, which is kept and passed on
     * @param reset whether the operator asked for a new password at this start
     */
    FirstAdministrator(Accounts accounts, Teams teams, PrintStream screen, boolean reset) {
        this.accounts = accounts;
        this.teams = teams;
        this.screen = screen;
        this.reset = reset;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void welcome() {
        if (accounts.none()) {
            try {
                show(accounts.add(
                        LOGIN, "Administrator", Role.ADMINISTRATOR, teams.last().id()));
            } catch (Accounts.LoginTaken anotherProcessWasFaster) {
                return;
            }
        } else if (reset) {
            accounts.byLogin(LOGIN).ifPresent(lost -> {
                accounts.enable(lost.id());
                accounts.resetPassword(lost.id()).ifPresent(this::show);
            });
        }
    }

    private void show(Issued issued) {
        screen.println("""

                ┌──────────────────────────────────────────────────────────────┐
                │  Sign in once with this password; you then choose your own.  │
                │  用这个密码登录一次，然后设自己的密码。                      │
                │                                                              │
                │  name      %-50s│
                │  password  %-50s│
                └──────────────────────────────────────────────────────────────┘
                """.formatted(issued.account().login(), issued.oneTimePassword()));
        screen.flush();
    }
}
