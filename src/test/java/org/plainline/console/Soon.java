package org.plainline.console;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** For what happens a moment later, on another thread. */
public final class Soon {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private Soon() {}

    public static <T> T find(Duration atMost, Supplier<Optional<T>> sought) {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = sought.get();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return fail("Nothing was there within " + atMost);
    }

    public static void is(Duration atMost, BooleanSupplier fact) {
        find(atMost, () -> fact.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }
}
