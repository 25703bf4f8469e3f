package org.plainline.console;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.conversation.Deliveries;
import org.plainline.conversation.Delivery;
import org.plainline.conversation.Line;
import org.plainline.conversation.Transcripts;
import org.plainline.referral.LiveReferrals;
import org.plainline.referral.Referral;
import org.plainline.referral.Referrals;
import org.plainline.referral.Referrals.NoSuchReferral;
import org.plainline.staff.Account;
import org.plainline.staff.OffTheLoop;
import org.plainline.staff.SignInCookie;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells an open page that something it shows has changed; the page then fetches that part. The stream itself carries no
 * case: whoever reads along learns only that something happened.
 */
@RestController
class LiveUpdates {
    /** Keeps proxies from closing a quiet connection. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final Duration TALK_LOOKED_AT = Duration.ofMillis(500);

    private final LiveReferrals live;
    private final Referrals referrals;
    private final Transcripts transcripts;
    private final Deliveries deliveries;
    private final SignInCookie signIn;

    LiveUpdates(
            LiveReferrals live,
            Referrals referrals,
            Transcripts transcripts,
            Deliveries deliveries,
            SignInCookie signIn) {
        this.live = live;
        this.referrals = referrals;
        this.transcripts = transcripts;
        this.deliveries = deliveries;
        this.signIn = signIn;
    }

    /**
     * Events {@code queue}, {@code work} and {@code talk}; each is sent once at the beginning, for what changed between
     * page and stream. Ends with {@code gone} when the sign-in does.
     *
     * @param referral the one that is looked at; null on the queue page
     */
    @GetMapping(path = "/console/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> changes(
            @AuthenticationPrincipal Account me,
            @RequestParam(required = false) @Nullable UUID referral,
            ServerWebExchange exchange) {
        // Proxies that collect an answer before passing it on would hold back every event.
        exchange.getResponse().getHeaders().set("X-Accel-Buffering", "no");
        Flux<ServerSentEvent<String>> changes = referral == null ? queue(me) : one(me, referral);
        Flux<ServerSentEvent<String>> quiet = Flux.interval(HEARTBEAT)
                .onBackpressureDrop()
                .map(beat -> ServerSentEvent.<String>builder().comment("").build());
        return Flux.merge(changes, quiet).takeUntilOther(signIn.over(exchange)).concatWith(Mono.just(event("gone")));
    }

    private Flux<ServerSentEvent<String>> queue(Account me) {
        return live.changes(me).map(id -> event("queue")).startWith(event("queue"));
    }

    private Flux<ServerSentEvent<String>> one(Account me, UUID id) {
        Mono<Referral> found = OffTheLoop.<Referral>call(() -> referrals.find(me, id))
                .onErrorMap(NoSuchReferral.class, none -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return found.flatMapMany(referral -> Flux.merge(
                live.changes(me)
                        .filter(id::equals)
                        .map(changed -> event("work"))
                        .startWith(event("work")),
                talk(referral.conversation())));
    }

    private Flux<ServerSentEvent<String>> talk(UUID conversation) {
        return Flux.interval(Duration.ZERO, TALK_LOOKED_AT)
                .onBackpressureDrop()
                .concatMap(
                        tick -> OffTheLoop.call(() -> talked(conversation))
                                // Looked at again in a moment; the queue's watch says that the database is away.
                                .onErrorResume(DataAccessException.class, away -> Mono.empty()),
                        1)
                .distinctUntilChanged()
                .map(newest -> event("talk"));
    }

    /** What a page shows of a talk that can still change. */
    private record Talked(List<UUID> lines, Map<UUID, Delivery> deliveries) {}

    private Talked talked(UUID conversation) {
        return new Talked(transcripts.of(conversation).stream().map(Line::id).toList(), deliveries.of(conversation));
    }

    private static ServerSentEvent<String> event(String name) {
        return ServerSentEvent.builder(name).event(name).build();
    }
}
