package org.plainline.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTests {
    private final Passwords passwords = new Passwords(new SecureRandom());

    @ParameterizedTest
    @CsvSource({
        "short pass,                                    TOO_SHORT",
        "administrator,                                 LOGIN",
        "ADMINISTRATOR,                                 LOGIN",
        "password1234,                                  OBVIOUS",
        "aaaaaaaaaaaaaa,                                OBVIOUS",
        "121212121212,                                  OBVIOUS",
        "plainline1234,                                 OBVIOUS",
        "柳河镇救助站的李娜每天早上骑车走十二里路去上班真辛苦,  TOO_LONG",
    })
    void whatIsEasilyGuessedOrCannotBeHashedWholeIsRefused(String password, PasswordRefused.Why why) {
        assertThatThrownBy(() -> Passwords.judge(password, "administrator"))
                .isInstanceOfSatisfying(
                        PasswordRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"three blue bicycles", "骑车走十二里路去柳河上班", "k7mp-x3qd-99tz"})
    void whatOnlyItsOwnerWouldThinkOfIsAccepted(String password) {
        assertThatCode(() -> Passwords.judge(password, "li.na")).doesNotThrowAnyException();
    }

    @Test
    void aPasswordMatchesItsHashAndNoOther() {
        String hash = passwords.hash("three blue bicycles");

        assertThat(passwords.matches("three blue bicycles", hash)).isTrue();
        assertThat(passwords.matches("three blue bicycle", hash)).isFalse();
        assertThat(passwords.matches("x".repeat(100_000), hash)).isFalse();
    }

    @Test
    void oneTimePasswordsHaveNoLetterThatIsReadOutWrongly() {
        assertThat(IntStream.range(0, 200).mapToObj(i -> passwords.oneTime()))
                .doesNotHaveDuplicates()
                .allMatch(password -> password.matches("([a-hj-km-np-tw-z2-9]{4}-){3}[a-hj-km-np-tw-z2-9]{4}"));
    }
}
