package org.plainline.channel.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The calls that are under way. They live in memory: a restart of a telephone company cuts them off, too. */
@Component
@WhenSimulating
class SimulatedCalls {
    private static final int MOST = 100;
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final Map<String, SimulatedCall> calls = new ConcurrentHashMap<>();
    private final Webhooks webhooks;
    private final Relays relays;
    private final Sids sids;
    private final InstantSource clock;
    private final HandsetWording wording;

    SimulatedCalls(Webhooks webhooks, Relays relays, Sids sids, InstantSource clock, HandsetWording wording) {
        this.webhooks = webhooks;
        this.relays = relays;
        this.sids = sids;
        this.clock = clock;
        this.wording = wording;
    }

    /**
     * A call that has not dialled yet. When too many are under way, the one that has been idle longest is hung up.
     *
     * @param from E.164 or {@code anonymous}
     */
    SimulatedCall place(String from) {
        while (calls.size() >= MOST) {
            calls.values().stream()
                    .min(Comparator.comparing(SimulatedCall::lastDone))
                    .ifPresent(this::hangUp);
        }
        var account = webhooks.account();
        var details = new CallDetails(
                sids.next("CA"), account.sid(), from, webhooks.number().e164());
        var call = new SimulatedCall(details, webhooks, relays, sids, clock, wording);
        calls.put(call.id(), call);
        return call;
    }

    Optional<SimulatedCall> find(String id) {
        return Optional.ofNullable(calls.get(id));
    }

    void forget(SimulatedCall call) {
        calls.remove(call.id());
    }

    @Scheduled(fixedDelay = 30_000)
    void hangUpIdle() {
        Instant limit = clock.instant().minus(IDLE);
        List<SimulatedCall> idle = calls.values().stream()
                .filter(call -> call.lastDone().isBefore(limit))
                .toList();
        idle.forEach(this::hangUp);
    }

    private void hangUp(SimulatedCall call) {
        forget(call);
        call.hangUp();
    }
}
