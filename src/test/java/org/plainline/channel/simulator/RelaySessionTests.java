package org.plainline.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plainline.channel.simulator.Heard.Say;
import org.plainline.channel.twilio.PublicAddress;
import org.plainline.channel.twilio.Secret;
import org.plainline.channel.twilio.TwilioAccount;
import org.plainline.resident.Wording;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

class RelaySessionTests {
    private static final InstantSource NOON = Clock.fixed(Instant.parse("2026-03-02T04:00:00Z"), ZoneOffset.UTC);
    private static final String TOKEN = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String RELAY = "wss://help.example.org/twilio/relay";
    private static final String CONNECT = """
            <Response><Connect action="/back"><ConversationRelay url="%s" welcomeGreeting="Hello"
              dtmfDetection="true"><Parameter name="step" value="3"/></ConversationRelay></Connect></Response>""".formatted(RELAY);

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final List<String> back = new CopyOnWriteArrayList<>();
    private DisposableServer server;
    private SimulatedCall call;

    @BeforeEach
    void answerThePhone() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post(
                                "/twilio/voice",
                                (_, response) -> response.header("Content-Type", "text/xml")
                                        .sendString(Mono.just(CONNECT)))
                        .post(
                                "/back",
                                (request, response) -> response.header("Content-Type", "text/xml")
                                        .sendString(request.receive()
                                                .aggregate()
                                                .asString()
                                                .map(form -> {
                                                    back.add(form);
                                                    return "<Response><Say>Goodbye</Say></Response>";
                                                })))
                        .post("/twilio/status/call", (_, response) -> response.status(204))
                        .ws("/twilio/relay", this::talk))
                .bindNow();
        var account = new TwilioAccount(
                "AC0123456789abcdef0123456789abcdef", new Secret(TOKEN), () -> local(), FakeService.NUMBER);
        var address = new ServiceAddress(new PublicAddress(URI.create(FakeService.PUBLIC)), this::local);
        var webhooks = new Webhooks(account, FakeService.NUMBER, address, SimulatorConfiguration.http());
        call = new SimulatedCall(
                new CallDetails("CA00000000000000000000000000000001", account.sid(), "+12025550143", "+15005550006"),
                webhooks,
                new Relays(webhooks, SimulatorConfiguration.http(), NOON),
                new Sids(new Random(1)),
                NOON,
                new HandsetWording(Wording.of("phone")));
    }

    @AfterEach
    void close() {
        server.disposeNow();
    }

    private URI local() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private Publisher<Void> talk(WebsocketInbound in, WebsocketOutbound out) {
        signatures.add(in.headers().get("X-Twilio-Signature"));
        Flux<String> frames = in.receive().asString().takeUntil(frame -> frame.contains("break the line"));
        return out.sendString(frames.concatMap(frame -> {
            received.add(frame);
            return answer(frame);
        }));
    }

    private static Flux<String> answer(String frame) {
        if (frame.contains("\"type\":\"prompt\"")) {
            return frame.contains("bye")
                    ? Flux.just("{\"type\":\"end\",\"handoffData\":\"done\"}")
                    : Flux.just(
                            "{\"type\":\"text\",\"token\":\"It may \",\"last\":false}",
                            "{\"type\":\"text\",\"token\":\"help.\",\"last\":true,\"lang\":\"en-GB\"}",
                            "{\"type\":\"dance\"}");
        }
        return frame.contains("\"type\":\"dtmf\"")
                ? Flux.just("{\"type\":\"play\",\"source\":\"/sounds/bell.wav\"}")
                : Flux.empty();
    }

    @Test
    void introducesTheCallOverASignedSocket() {
        Step step = call.start();
        assertThat(step.heard()).containsExactly(new Say("Hello", "en-US", false));
        assertThat(step.waiting()).isEqualTo(new Step.Waiting(true, true, 1, "", 60, "en-US"));
        assertThat(signatures)
                .singleElement()
                .satisfies(signature -> assertThat(new RequestValidator(TOKEN).validate(RELAY, Map.of(), signature))
                        .isTrue());
        assertThat(received)
                .singleElement()
                .asString()
                .contains("\"type\":\"setup\"", "\"from\":\"+12025550143\"", "\"customParameters\":{\"step\":\"3\"}");
    }

    @Test
    void hearsTheTokensOfASentenceAsOne() {
        call.start();
        Step step = call.speak("Can I get help?");
        assertThat(step.heard()).containsExactly(new Say("It may help.", "en-GB", false));
        assertThat(step.trace())
                .singleElement()
                .extracting(Exchange::answer)
                .asString()
                .contains("> {", "Can I get help?", "< {", "! 64107");
    }

    @Test
    void passesKeysOn() {
        call.start();
        assertThat(call.press("0").heard()).containsExactly(new Heard.Play("/sounds/bell.wav"));
        assertThat(call.silence().heard()).isEmpty();
    }

    @Test
    void comesBackToTheDocumentAtTheEnd() {
        call.start();
        assertThat(call.speak("bye").heard()).containsExactly(new Say("Goodbye", "en-US", false));
        assertThat(back).singleElement().asString().contains("SessionStatus=ended", "HandoffData=done", "SessionId=VX");
    }

    @Test
    void comesBackToTheDocumentWhenTheSocketBreaks() {
        call.start();
        assertThat(call.speak("break the line").heard()).contains(new Say("Goodbye", "en-US", false));
        assertThat(back).singleElement().asString().contains("SessionStatus=failed", "ErrorCode=64105");
    }

    @Test
    void reportsASessionThatTheCallerHungUp() {
        call.start();
        call.hangUp();
        assertThat(back).singleElement().asString().contains("SessionStatus=completed", "CallStatus=completed");
    }
}
