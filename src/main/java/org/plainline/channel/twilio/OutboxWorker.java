package org.plainline.channel.twilio;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The one thread of a node that sends. One message after the other is enough for a number that may send one a second,
 * and when the carrier falls silent few are left in doubt.
 */
final class OutboxWorker implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Longer than any attempt takes. */
    private static final Duration LAST_ATTEMPT = Duration.ofSeconds(20);

    private final OutboxDelivery delivery;
    private final Semaphore wake = new Semaphore(0);
    private final Semaphore stop = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxWorker(OutboxDelivery delivery) {
        this.delivery = delivery;
    }

    /** A message was committed here; other nodes see it within a second. */
    void wake() {
        wake.release();
    }

    @Override
    public void start() {
        stop.drainPermits();
        running = true;
        thread = Thread.ofVirtual().name("outbox").start(this::run);
    }

    /** Waits for the attempt under way, so that an orderly stop leaves no message in doubt. */
    @Override
    public void stop() {
        running = false;
        stop.release();
        wake.release();
        try {
            if (thread != null && !thread.join(LAST_ATTEMPT)) {
                log.warn("The service stops while a message is being sent");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        try {
            for (int troubles = 0; running; ) {
                Optional<Outcome> outcome = attempt();
                if (outcome.isEmpty()) {
                    wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                } else if (outcome.get().isTrouble()) {
                    troubles++;
                    stop.tryAcquire(pause(troubles, outcome.get()).toMillis(), TimeUnit.MILLISECONDS);
                } else {
                    troubles = 0;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Outcome> attempt() {
        try {
            return delivery.sendNext();
        } catch (RuntimeException failed) {
            // Most of all a database that is away: what waits there waits on, and what was being sent is sorted out
            // later.
            log.warn(
                    "The outbox cannot be read or written: {}",
                    failed.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** While the carrier is in trouble, every further message would only be put at risk. */
    private static Duration pause(int troubles, Outcome outcome) {
        long doubled = FIRST_PAUSE.toMillis() << Math.min(troubles - 1, 10);
        long asked = outcome instanceof Outcome.Later later ? later.after().toMillis() : 0;
        return Duration.ofMillis(Math.min(Math.max(doubled, asked), LONGEST_PAUSE.toMillis()));
    }
}
