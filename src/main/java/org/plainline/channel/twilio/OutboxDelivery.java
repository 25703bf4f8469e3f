package org.plainline.channel.twilio;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one message at a time: takes it, commits, asks the carrier, puts down what became of it. */
final class OutboxDelivery {
    private static final Logger log = LoggerFactory.getLogger(OutboxDelivery.class);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Outbox outbox;
    private final TwilioAccounts accounts;
    private final Carrier carrier;
    private final RandomGenerator random;
    private final MeterRegistry meters;

    OutboxDelivery(
            Outbox outbox, TwilioAccounts accounts, Carrier carrier, RandomGenerator random, MeterRegistry meters) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.carrier = carrier;
        this.random = random;
        this.meters = meters;
    }

    /** @return empty when nothing is due or there is nobody to send through */
    Optional<Outcome> sendNext() {
        outbox.abandon();
        return accounts.outbound()
                .flatMap(account -> outbox.claim().map(message -> {
                    Outcome outcome = carrier.send(account, message);
                    settle(message, outcome);
                    meters.counter("plainline.outbox.sends", "outcome", outcome.code())
                            .increment();
                    return outcome;
                }));
    }

    private void settle(OutboundMessage message, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted accepted -> outbox.accepted(message, accepted.sid());
            case Outcome.Refused refused -> giveUp(message, MessageState.FAILED, refused.error());
            case Outcome.Unclear unclear -> giveUp(message, MessageState.UNKNOWN, unclear.error());
            case Outcome.Later later -> {
                // A text that is hours late can do harm, but the first attempt is always made.
                if (message.old() && message.attempt() > 1) {
                    giveUp(message, MessageState.FAILED, "given-up");
                } else {
                    outbox.again(message, pause(message.attempt(), later.after()), later.error());
                }
            }
        }
    }

    private void giveUp(OutboundMessage message, MessageState state, String error) {
        log.warn("Message {} is {}: {}", message.id(), state.code(), error);
        outbox.settle(message, state, error);
    }

    /** Doubles with every attempt; the jitter keeps messages that failed together from coming back together. */
    private Duration pause(int attempt, Duration atLeast) {
        long doubled = FIRST_WAIT.toMillis() << Math.min(attempt - 1, 10);
        long longest = Math.min(doubled, LONGEST_WAIT.toMillis());
        return atLeast.plusMillis(random.nextLong(longest / 2, longest));
    }
}
