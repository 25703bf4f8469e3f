package org.plainline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInDelaysTests {
    private static final String OFFICE = "192.0.2.7";

    private final SettableClock clock = new SettableClock();
    private final SignInDelays delays = new SignInDelays(clock);

    @Test
    void aFewSlipsOfTheFingerCostNothing() {
        assertThat(IntStream.range(0, 4).allMatch(attempt -> delays.admits("li.na", OFFICE)))
                .isTrue();
    }

    @Test
    void theWaitDoublesWithEveryFailureUpToAMinute() {
        fail("li.na", 4);

        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            clock.goOn(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(delays.admits("li.na", OFFICE)).isFalse();
            clock.goOn(Duration.ofMillis(1));
            assertThat(delays.admits("li.na", OFFICE)).isTrue();
        }
    }

    @Test
    void nobodyGuessesAtOneAccountMoreThanAHundredTimesAnHour() {
        int tried = 0;
        for (int second = 0; second < 3600; second++) {
            tried += delays.admits("administrator", "198.51.100." + second % 250) ? 1 : 0;
            clock.goOn(Duration.ofSeconds(1));
        }

        assertThat(tried).isBetween(50, 100);
    }

    @Test
    void oneAddressThatTriesManyNamesHasToWaitToo() {
        IntStream.range(0, 20).forEach(attempt -> delays.admits("name" + attempt, OFFICE));

        assertThat(delays.admits("another", OFFICE)).isFalse();
        assertThat(delays.admits("another", "192.0.2.8")).isTrue();
    }

    @Test
    void anAddressThatHasToWaitCannotMakeAnAccountWait() {
        IntStream.range(0, 20).forEach(attempt -> delays.admits("name" + attempt, OFFICE));
        fail("li.na", 50);

        assertThat(delays.admits("li.na", "192.0.2.8")).isTrue();
    }

    @Test
    void theRightPasswordClearsTheAccountButNotTheAddress() {
        fail("li.na", 4);
        delays.succeeded("li.na", OFFICE);

        assertThat(delays.admits("li.na", OFFICE)).isTrue();
        IntStream.range(0, 16).forEach(attempt -> delays.admits("name" + attempt, OFFICE));
        assertThat(delays.admits("another", OFFICE)).isFalse();
    }

    private void fail(String login, int times) {
        IntStream.range(0, times).forEach(attempt -> delays.admits(login, OFFICE));
    }
}
