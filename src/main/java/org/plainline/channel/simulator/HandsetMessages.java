package org.plainline.channel.simulator;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Text messages for the handset page: what to send, the thread, and a sign when something new is in it. */
@RestController
@RequestMapping("/phone")
@WhenSimulating
class HandsetMessages {
    private static final int MOST_CHARACTERS = 1600;
    /** A silent stream is cut by proxies, and a page that went away is noticed only when something is written. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    record Text(@Nullable String from, @Nullable String body) {}

    record Sent(List<SimulatedMessage> thread, List<Exchange> trace) {}

    private final SimulatedTexts texts;
    private final SimulatedMessages messages;

    HandsetMessages(SimulatedTexts texts, SimulatedMessages messages) {
        this.texts = texts;
        this.messages = messages;
    }

    @PostMapping(path = "/messages", consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    Sent send(@RequestBody Text text) {
        String from = HandsetCalls.numberOf(text.from() == null ? "" : text.from());
        String body = text.body() == null ? "" : text.body();
        if (body.isBlank() || body.length() > MOST_CHARACTERS) {
            throw HandsetCalls.refused("Write a message of 1 to " + MOST_CHARACTERS + " characters");
        }
        List<Exchange> trace = texts.send(from, body);
        return new Sent(messages.thread(from), trace);
    }

    @GetMapping(path = "/messages", produces = APPLICATION_JSON_VALUE)
    List<SimulatedMessage> thread(@RequestParam("number") String number) {
        return messages.thread(HandsetCalls.numberOf(number));
    }

    @GetMapping(path = "/events", produces = TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<SimulatedMessage>> events(@RequestParam("number") String number) {
        Flux<ServerSentEvent<SimulatedMessage>> arriving = messages.arriving(HandsetCalls.numberOf(number))
                .map(message -> ServerSentEvent.builder(message).build());
        Flux<ServerSentEvent<SimulatedMessage>> heartbeat = Flux.interval(Duration.ZERO, HEARTBEAT)
                .map(_ ->
                        ServerSentEvent.<SimulatedMessage>builder().comment("").build())
                .takeUntilOther(arriving.ignoreElements());
        return Flux.merge(heartbeat, arriving);
    }
}
