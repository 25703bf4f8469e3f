package org.plainline.conversation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What every turn has in common, whatever its channel: one talk that nobody else moves meanwhile, one move stored at
 * once and counted.
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
     * Runs a turn in one transaction, with the talk {@link #locked}; when this returns, it is committed. References of
     * requests are drawn, not counted, so that nobody can guess another's: when one is taken already, the whole turn is
     * drawn again.
     */
    <T> T take(Channel channel, Supplier<T> turn) {
        return meters.timer("plainline.turn", "channel", channel.code()).record(() -> drawn(turn));
    }

    /**
     * Runs a turn that holds neither the talk nor a connection while it is thought about; when this returns, it is
     * committed. If the talk has moved on meanwhile, because two texts came at once, the turn is thought about again,
     * with the talk held.
     */
    <T> T takeUnheld(Channel channel, Function<Hold, T> turn) {
        return meters.timer("plainline.turn", "channel", channel.code()).record(() -> {
            try {
                return turn.apply(Hold.NONE);
            } catch (OptimisticLockingFailureException | DuplicateKeyException movedOn) {
                return drawn(() -> turn.apply(Hold.UNTIL_COMMIT));
            }
        });
    }

    private <T> T drawn(Supplier<T> turn) {
        for (int draw = 1; ; draw++) {
            try {
                return transaction.execute(status -> turn.get());
            } catch (OptimisticLockingFailureException | DuplicateKeyException taken) {
                if (draw == DRAWS) {
                    throw taken;
                }
            }
        }
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

    /** A talk as it stands, and how the delivery was answered if it came before. */
    Optional<ConversationStore.Standing> standing(Utterance utterance, Hold hold) {
        return store.standing(utterance.channel(), utterance.party(), utterance.delivery(), hold, clock.instant());
    }

    /** A talk that is not stored yet, and perhaps never will be. */
    Talk unstored(Utterance utterance, Language language) {
        var now = clock.instant();
        return new Talk(
                UUID.randomUUID(),
                utterance.channel(),
                utterance.party(),
                utterance.caller(),
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
     * @param refused whether the resident wants no more texts from now on
     */
    record Turn(
            String delivery,
            String said,
            String replied,
            String outcome,
            Object answer,
            @Nullable HelpRequest request,
            @Nullable Miss miss,
            boolean refused) {
        /** Whether nothing but the talk itself is stored, which is a transaction of its own. */
        boolean isPlain() {
            return request == null && miss == null && !refused;
        }
    }

    /**
     * Stores the turn with all that comes of it, and announces it.
     *
     * @throws OptimisticLockingFailureException when the talk has moved on since it was read
     */
    void store(Talk talk, Turn turn) {
        if (turn.isPlain()) {
            keep(talk, turn);
        } else {
            transaction.executeWithoutResult(status -> keepAndAnnounce(talk, turn));
        }
        count(talk, turn);
    }

    private void keep(Talk talk, Turn turn) {
        if (!store.turn(talk, turn.delivery(), Redaction.of(turn.said()), turn.replied(), turn.answer())) {
            throw new OptimisticLockingFailureException("The conversation has moved on meanwhile");
        }
    }

    private void keepAndAnnounce(Talk talk, Turn turn) {
        keep(talk, turn);
        HelpRequest request = turn.request();
        if (request != null) {
            requests.save(request);
            events.publishEvent(new HelpRequested(request.id()));
        }
        if (turn.miss() != null) {
            misses.save(turn.miss());
        }
        if (turn.refused()) {
            events.publishEvent(new OptedOut(talk.id()));
        }
    }

    private void count(Talk talk, Turn turn) {
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
