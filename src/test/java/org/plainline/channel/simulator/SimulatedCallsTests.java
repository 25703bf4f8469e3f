package org.plainline.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plainline.resident.Wording;

class SimulatedCallsTests {
    private Instant now = Instant.parse("2026-03-02T04:00:00Z");
    private FakeService service;
    private SimulatedCalls calls;

    @BeforeEach
    void answerThePhone() throws IOException {
        service = new FakeService().on("/twilio/voice", "<Gather/>");
        InstantSource clock = () -> now;
        Webhooks webhooks = service.webhooks();
        calls = new SimulatedCalls(
                webhooks,
                new Relays(webhooks, SimulatorConfiguration.http(), clock),
                new Sids(new Random(1)),
                clock,
                new HandsetWording(Wording.of("phone")));
    }

    @AfterEach
    void close() {
        service.close();
    }

    private SimulatedCall place() {
        SimulatedCall call = calls.place("+12025550143");
        call.start();
        now = now.plusSeconds(1);
        return call;
    }

    @Test
    void findsACallUntilItIsForgotten() {
        SimulatedCall call = place();
        assertThat(calls.find(call.id())).contains(call);
        calls.forget(call);
        assertThat(calls.find(call.id())).isEmpty();
    }

    @Test
    void hangsUpTheOneThatHasBeenIdleLongestWhenThereAreTooMany() {
        SimulatedCall first = place();
        SimulatedCall second = place();
        for (int count = 2; count < 100; count++) {
            place();
        }
        first.press("1");
        place();
        assertThat(calls.find(first.id())).contains(first);
        assertThat(calls.find(second.id())).isEmpty();
        assertThat(service.requests("/twilio/status/call"))
                .extracting(request -> request.parameters().get("CallSid"))
                .containsExactly(second.id());
    }

    @Test
    void hangsUpAfterTenMinutesOfNothing() {
        SimulatedCall idle = place();
        now = now.plus(Duration.ofMinutes(5));
        SimulatedCall busy = place();
        now = now.plus(Duration.ofMinutes(6));
        calls.hangUpIdle();
        assertThat(calls.find(idle.id())).isEmpty();
        assertThat(calls.find(busy.id())).contains(busy);
        assertThat(service.last("/twilio/status/call").parameters())
                .containsEntry("CallStatus", "completed")
                .containsEntry("CallDuration", "662");
    }
}
