package org.plainline.channel.chat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.plainline.conversation.Conversations;
import org.plainline.conversation.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Brings what a caseworker writes to an open page. */
@RestController
class ChatEvents {
    private static final Logger LOG = LoggerFactory.getLogger(ChatEvents.class);

    private static final int MOST_AT_ONCE = 500;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** The browser opens the next stream by itself, which also keeps its cookie fresh while the page is open. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Few threads, so that open pages cannot take the database from phone calls. */
    private final Scheduler polling = Schedulers.newBoundedElastic(4, 10 * MOST_AT_ONCE, "chat-events");

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private final Conversations conversations;
    private final Visits visits;

    /** @param text as the caseworker wrote it, not HTML */
    record News(String text) {}

    ChatEvents(Conversations conversations, Visits visits) {
        this.conversations = conversations;
        this.visits = visits;
    }

    /**
     * A stream of a caseworker's lines, each under its own id, newer than the last one the browser has.
     *
     * @param after the last line on the page
     * @param seen the last line that came by stream, sent by the browser when it connects again
     */
    @GetMapping("/chat/events")
    ResponseEntity<Flux<ServerSentEvent<News>>> events(
            ServerWebExchange exchange,
            @RequestParam(defaultValue = "") String after,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String seen) {
        Visit visit = visits.of(exchange);
        if (!visit.known()) {
            // Tells the browser not to come back.
            return ResponseEntity.noContent().build();
        }
        if (!places.tryAcquire()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header("Retry-After", "30")
                    .build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                // Asks a proxy in front to pass every line on at once.
                .header("X-Accel-Buffering", "no")
                .body(stream(visit.token(), new NewLines(seen.isEmpty() ? after : seen))
                        .doFinally(end -> places.release()));
    }

    /** An open stream would hold up a graceful stop; the browser finds the next instance by itself. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.tryEmitEmpty();
        polling.dispose();
    }

    private Flux<ServerSentEvent<News>> stream(String token, NewLines unseen) {
        Flux<ServerSentEvent<News>> lines = Flux.interval(Duration.ZERO, POLL)
                .onBackpressureDrop()
                .concatMap(tick -> poll(token), 1)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, POLL)
                        .transientErrors(true)
                        .maxBackoff(Duration.ofSeconds(30))
                        .doBeforeRetry(retry ->
                                LOG.warn("chat.events.interrupted cause={}", ChatController.causes(retry.failure()))))
                .concatMapIterable(unseen::in)
                .map(line -> ServerSentEvent.builder(new News(line.text()))
                        .id(line.id().toString())
                        .build());
        Flux<ServerSentEvent<News>> heartbeats = Flux.interval(Duration.ZERO, HEARTBEAT)
                .map(tick -> ServerSentEvent.<News>builder()
                        .comment("")
                        .retry(Duration.ofSeconds(3))
                        .build());
        return Flux.merge(heartbeats, lines).take(LONGEST).takeUntilOther(closing.asMono());
    }

    private Mono<List<Line>> poll(String token) {
        return Mono.fromCallable(() -> conversations.chat(token)).subscribeOn(polling);
    }
}
