package org.plainline.conversation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.PhoneNumber;
import org.plainline.resident.Redaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What every turn has in common, whatever its channel: one transaction, one talk locked, one move stored and counted.
 */
@Component
class TurnTaking {
    private static final Logger LOG = LoggerFactory.getLogger(TurnTaking.class);
    private static final int DRAWS = 4;

    private final ConversationStore store;
    private final HelpRequestStore requests;
    private final MissStore misses;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final MeterRegistry meters;

    TurnTaking(
            ConversationStore store,
            HelpRequestStore requests,
            MissStore misses,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            InstantSource clock,
            MeterRegistry meters) {
        this.store = store;
        this.requests = requests;
        this.misses = misses;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Runs a turn in one transaction; when this returns, it is committed. References of requests are drawn, not
     * counted, so that nobody can guess another's: when one is taken already, the whole turn is drawn again.
     */
    <T> T take(Channel channel, Supplier<T> turn) {
        return meters.timer("plainline.turn", "channel", channel.code()).record(() -> {
            for (int draw = 1; ; draw++) {
                try {
                    return transaction.execute(status -> turn.get());
                } catch (DuplicateKeyException taken) {
                    if (draw == DRAWS) {
                        throw taken;
                    }
                }
            }
        });
    }

    /** The talk with that party, opened when there is none, and nobody else's until the transaction ends. */
    Talk locked(Channel channel, String party, @Nullable PhoneNumber caller, Language language) {
        var now = clock.instant();
        return store.lock(channel, party, now).orElseGet(() -> {
            store.open(new Talk(
                    UUID.randomUUID(), channel, party, caller, language, DialogueState.fresh(now), false, now));
            return store.lock(channel, party, now).orElseThrow();
        });
    }

    /** A talk that exists only for one question. */
    Talk unstored(Utterance utterance, Language language) {
        var now = clock.instant();
        return new Talk(
                UUID.randomUUID(),
                utterance.channel(),
                utterance.party(),
                null,
                language,
                DialogueState.fresh(now),
                false,
                now);
    }

    /**
     * One turn as it is kept.
     *
     * @param delivery the channel's id of what came in
     * @param outcome by which turns are counted
     * @param answer given again when the same delivery comes again
     */
    record Turn(
            String delivery,
            String said,
            String replied,
            String outcome,
            Object answer,
            @Nullable HelpRequest request,
            @Nullable Miss miss) {}

    /** Stores the turn and its request, and announces the request. */
    void store(Talk talk, Turn turn) {
        store.turn(talk, turn.delivery(), Redaction.of(turn.said()), turn.replied(), turn.answer());
        HelpRequest request = turn.request();
        if (request != null) {
            requests.save(request);
            events.publishEvent(new HelpRequested(request.id()));
        }
        if (turn.miss() != null) {
            misses.save(turn.miss());
        }
        String channel = talk.channel().code();
        meters.counter("plainline.turns", "channel", channel, "outcome", turn.outcome())
                .increment();
        LOG.atInfo()
                .addKeyValue("conversation", talk.id())
                .addKeyValue("channel", channel)
                .addKeyValue("outcome", turn.outcome())
                .addKeyValue("language", talk.language().code())
                .log("turn");
    }
}
