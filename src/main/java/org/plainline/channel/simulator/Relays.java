package org.plainline.channel.simulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** Connects calls to ConversationRelay: opens the signed WebSocket and introduces the call. */
record Relays(Webhooks webhooks, HttpClient http, InstantSource clock) {
    /**
     * Never fails: a session that could not be opened says so with its first turn.
     *
     * @param url as the TwiML gives it, {@code wss://} or {@code ws://}
     * @param id of the session
     */
    RelaySession open(String url, Verb.Relay relay, CallDetails details, String id) {
        var session = new RelaySession(url, relay.language(), id, clock);
        webhooks.address().local(url).ifPresentOrElse(local -> connect(local, url, session), session::onUnreachable);
        session.introduce(setup(relay, details, id));
        return session;
    }

    private void connect(URI local, String url, RelaySession session) {
        try {
            http.newWebSocketBuilder()
                    .connectTimeout(Webhooks.CONNECT)
                    .header("X-Twilio-Signature", webhooks.signature(url, Map.of()))
                    .buildAsync(URI.create(local.toString().replaceFirst("^http", "ws")), session)
                    .join();
        } catch (CompletionException refused) {
            session.onUnreachable();
        }
    }

    private static Map<String, Object> setup(Verb.Relay relay, CallDetails details, String id) {
        Map<String, Object> setup = new LinkedHashMap<>();
        setup.put("type", "setup");
        setup.put("sessionId", id);
        setup.put("accountSid", details.account());
        setup.put("parentCallSid", "");
        setup.put("callSid", details.call());
        setup.put("from", details.from());
        setup.put("to", details.to());
        setup.put("forwardedFrom", "");
        setup.put("callType", "PSTN");
        setup.put("callerName", "");
        setup.put("direction", "inbound");
        setup.put("callStatus", "IN-PROGRESS");
        setup.put(
                "customParameters",
                relay.parameters().stream()
                        .collect(Collectors.toMap(
                                Verb.Parameter::name, Verb.Parameter::value, (first, second) -> second)));
        return setup;
    }
}
