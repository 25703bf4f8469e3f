package org.plainline.referral;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.staff.Account;
import org.plainline.staff.OffTheLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tells open consoles what changed, whichever service process changed it.
 *
 * <p>While anybody looks, one query of the open referrals runs twice a second and is compared with the one before. That
 * finds every change without a message that could be lost and without a counter that all writers would wait for; a
 * change made by this process is looked for at once.
 */
@Component
public class LiveReferrals {
    private static final Logger log = LoggerFactory.getLogger(LiveReferrals.class);

    static final Duration PERIOD = Duration.ofMillis(500);
    private static final int MOST_OPEN = 10_000;

    /** A console that is so far behind starts again with a whole page. */
    private static final int BEHIND = 256;

    private final JdbcClient jdbc;
    private final Sinks.Many<Long> nudges = Sinks.many().multicast().directBestEffort();
    private final Flux<Change> changes =
            Flux.defer(() -> watch(new HashMap<>())).share();

    LiveReferrals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Seen(String team, int version) {}

    private record Change(UUID referral, Set<String> teams) {}

    /** Ids of referrals that this viewer may see, each time something about one changed, also when it was closed. */
    public Flux<UUID> changes(Account viewer) {
        return changes.onBackpressureBuffer(BEHIND)
                .filter(change -> change.teams().stream().anyMatch(viewer::sees))
                .map(Change::referral);
    }

    /** To be called in the transaction that changes something. */
    void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                nudges.tryEmitNext(0L);
            }
        });
    }

    private Flux<Change> watch(Map<UUID, Seen> known) {
        return Flux.merge(Flux.interval(Duration.ZERO, PERIOD), nudges.asFlux())
                .onBackpressureLatest()
                .concatMap(
                        tick -> OffTheLoop.call(() -> differences(known))
                                .onErrorResume(DataAccessException.class, LiveReferrals::later),
                        1)
                .concatMapIterable(found -> found);
    }

    private List<Change> differences(Map<UUID, Seen> known) {
        Map<UUID, Seen> now = open();
        Set<UUID> ids = new HashSet<>(known.keySet());
        ids.addAll(now.keySet());
        List<Change> found = ids.stream()
                .filter(id -> !Objects.equals(known.get(id), now.get(id)))
                .map(id -> new Change(id, teams(known.get(id), now.get(id))))
                .toList();
        known.clear();
        known.putAll(now);
        return found;
    }

    private Map<UUID, Seen> open() {
        Map<UUID, Seen> open = new HashMap<>();
        jdbc.sql("select id, team, version from referral where state in ('requested', 'accepted') limit ?")
                .param(MOST_OPEN)
                .query(row -> {
                    open.put(row.getObject("id", UUID.class), new Seen(row.getString("team"), row.getInt("version")));
                });
        return open;
    }

    private static Set<String> teams(@Nullable Seen before, @Nullable Seen now) {
        Set<String> teams = new HashSet<>();
        if (before != null) {
            teams.add(before.team());
        }
        if (now != null) {
            teams.add(now.team());
        }
        return teams;
    }

    private static Mono<List<Change>> later(DataAccessException databaseAway) {
        log.warn("Open consoles are not told of changes while the database does not answer", databaseAway);
        return Mono.empty();
    }
}
