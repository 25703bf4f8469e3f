package org.plainline.channel.simulator;

import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One talk over a ConversationRelay WebSocket, cut into turns: the caller does something, then the service speaks. */
final class RelaySession implements WebSocket.Listener {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Marks in the queue that nothing more will come. */
    private static final String CLOSED = "";

    private static final Duration ANSWER = Duration.ofSeconds(5);
    /** A turn has no end mark: after the last token of a text it is over when nothing follows for this long. */
    private static final Duration QUIET = Duration.ofMillis(300);

    /**
     * @param exchange the frames that went either way
     * @param outcome parameters for the action of {@code Connect} when the session is over, otherwise null
     */
    record Turn(
            List<Heard> heard, Exchange exchange, @Nullable Map<String, String> outcome) {}

    private final String url;
    private final String id;
    private final InstantSource clock;
    private final Instant began;
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>(1000);
    private final StringBuilder incoming = new StringBuilder();
    private final StringBuilder sentence = new StringBuilder();
    private final List<String> frames = new ArrayList<>();
    private String language;
    private volatile @Nullable WebSocket socket;

    RelaySession(String url, String language, String id, InstantSource clock) {
        this.url = url;
        this.language = language;
        this.id = id;
        this.clock = clock;
        this.began = clock.instant();
    }

    void introduce(Map<String, Object> setup) {
        send(setup);
    }

    Turn say(String text) {
        send(Map.of("type", "prompt", "voicePrompt", text, "lang", language, "last", true));
        return turn(ANSWER);
    }

    Turn press(String keys) {
        keys.chars().forEach(key -> send(Map.of("type", "dtmf", "digit", Character.toString(key))));
        return turn(ANSWER);
    }

    /** What the service says unasked. */
    Turn listen() {
        return turn(QUIET);
    }

    /** @return parameters for the action of {@code Connect} */
    Map<String, String> end(String sessionStatus) {
        WebSocket open = socket;
        if (open != null) {
            open.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(_ -> open);
        }
        Map<String, String> outcome = new LinkedHashMap<>();
        outcome.put("SessionId", id);
        outcome.put("SessionStatus", sessionStatus);
        outcome.put(
                "SessionDuration",
                String.valueOf(Duration.between(began, clock.instant()).toSeconds()));
        return outcome;
    }

    private Turn turn(Duration patience) {
        List<Heard> heard = new ArrayList<>();
        Map<String, String> outcome = null;
        String frame = next(patience);
        while (frame != null && outcome == null) {
            outcome = frame.equals(CLOSED) ? dropped() : obey(frame, heard);
            frame = outcome == null ? next(sentence.isEmpty() ? QUIET : ANSWER) : null;
        }
        var exchange = new Exchange("WS", url, Map.of(), 0, "", String.join("\n", frames), List.of());
        frames.clear();
        return new Turn(List.copyOf(heard), exchange, outcome);
    }

    private @Nullable Map<String, String> obey(String frame, List<Heard> heard) {
        frames.add("< " + frame);
        JsonNode message = parsed(frame);
        switch (message.path("type").asString("")) {
            case "text" -> {
                sentence.append(message.path("token").asString(""));
                if (message.path("last").asBoolean(false)) {
                    heard.add(new Heard.Say(
                            sentence.toString().strip(), message.path("lang").asString(language), false));
                    sentence.setLength(0);
                }
            }
            case "play" -> heard.add(new Heard.Play(message.path("source").asString("")));
            case "language" -> language = message.path("ttsLanguage").asString(language);
            case "end" -> {
                Map<String, String> outcome = end("ended");
                outcome.put("HandoffData", message.path("handoffData").asString(""));
                return outcome;
            }
            default -> frames.add("! 64107 not a message that ConversationRelay knows");
        }
        return null;
    }

    private Map<String, String> dropped() {
        Map<String, String> outcome = end("failed");
        outcome.put("ErrorCode", "64105");
        outcome.put("ErrorMessage", "WebSocket ended");
        return outcome;
    }

    private static JsonNode parsed(String frame) {
        try {
            return JSON.readTree(frame);
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }

    private void send(Map<String, Object> message) {
        String frame = JSON.writeValueAsString(message);
        frames.add("> " + frame);
        WebSocket open = socket;
        if (open != null) {
            try {
                open.sendText(frame, true).join();
            } catch (CompletionException closed) {
                onUnreachable();
            }
        }
    }

    private @Nullable String next(Duration patience) {
        try {
            return received.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return CLOSED;
        }
    }

    /** The socket could not be opened, or is no more. */
    void onUnreachable() {
        received.offer(CLOSED);
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        incoming.append(part);
        if (last) {
            received.offer(incoming.toString());
            incoming.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        onUnreachable();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        onUnreachable();
    }
}
