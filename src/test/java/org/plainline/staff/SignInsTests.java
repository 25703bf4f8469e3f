package org.plainline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.plainline.console.ConsoleTest;
import org.springframework.beans.factory.annotation.Autowired;

class SignInsTests extends ConsoleTest {
    private final SettableClock clock = new SettableClock();

    @Autowired
    private Accounts accounts;

    @Test
    void aForgottenScreenIsSignedOutAfterHalfAnHour() {
        SignIns signIns = signIns();
        String secret = signIns.open(colleagues.caseworker("liuhe-office"));

        clock.goOn(Duration.ofMinutes(29));
        assertThat(signIns.find(secret, true)).isPresent();
        clock.goOn(Duration.ofMinutes(29));
        assertThat(signIns.find(secret, true)).isPresent();
        clock.goOn(Duration.ofMinutes(31));
        assertThat(signIns.find(secret, true)).isEmpty();
    }

    @Test
    void whatAPageFetchesByItselfDoesNotKeepItSignedIn() {
        SignIns signIns = signIns();
        String secret = signIns.open(colleagues.caseworker("liuhe-office"));

        for (int minute = 0; minute < 30; minute++) {
            clock.goOn(Duration.ofMinutes(1));
            assertThat(signIns.find(secret, false)).isPresent();
        }
        clock.goOn(Duration.ofMinutes(1));
        assertThat(signIns.find(secret, false)).isEmpty();
    }

    @Test
    void nobodyStaysSignedInLongerThanADayOfWork() {
        SignIns signIns = signIns();
        String secret = signIns.open(colleagues.caseworker("liuhe-office"));

        for (int quarter = 0; quarter < 48; quarter++) {
            clock.goOn(Duration.ofMinutes(15));
            assertThat(signIns.find(secret, true)).isPresent();
        }
        clock.goOn(Duration.ofSeconds(1));
        assertThat(signIns.find(secret, true)).isEmpty();
    }

    @Test
    void aNewPasswordEndsEverySignIn() {
        Account lina = colleagues.caseworker("liuhe-office");
        SignIns signIns = signIns();
        String secret = signIns.open(lina);

        accounts.resetPassword(lina.id());

        assertThat(signIns.find(secret, true)).isEmpty();
    }

    @Test
    void whoeverReadsTheDatabaseCannotSignInWithIt() {
        String secret = signIns().open(colleagues.caseworker("liuhe-office"));

        assertThat(jdbc.sql("select encode(token, 'escape') from sign_in")
                        .query(String.class)
                        .list())
                .noneMatch(stored -> stored.contains(secret));
    }

    private SignIns signIns() {
        return new SignIns(jdbc, clock, new SecureRandom());
    }
}
