package org.plainline.referral;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.plainline.conversation.HelpRequest;
import org.plainline.conversation.HelpRequested;
import org.plainline.conversation.HelpRequests;
import org.plainline.referral.ReferralEvent.What;
import org.plainline.staff.AccountDisabled;
import org.plainline.staff.Teams;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** Turns requests for help into referrals and finds the team for each; any event may come twice or late. */
@Component
class Routing {
    private static final Duration STUCK = Duration.ofSeconds(30);

    private final HelpRequests requests;
    private final Teams teams;
    private final ReferralStore referrals;
    private final ReferralLog log;
    private final LiveReferrals live;
    private final IncompleteEventPublications failed;
    private final Clock clock;

    Routing(
            HelpRequests requests,
            Teams teams,
            ReferralStore referrals,
            ReferralLog log,
            LiveReferrals live,
            IncompleteEventPublications failed,
            Clock clock) {
        this.requests = requests;
        this.teams = teams;
        this.referrals = referrals;
        this.log = log;
        this.live = live;
        this.failed = failed;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(HelpRequested event) {
        // Locked before it is read: of two events about one request the later sees all that is known.
        referrals.lock(event.request());
        requests.find(event.request()).ifPresent(request -> {
            referrals.byRequest(request.id()).ifPresentOrElse(known -> update(known, request), () -> open(request));
            live.changed();
        });
    }

    /**
     * Tries again what failed, as after a moment without the database. Only our own events: another module's may be in
     * the middle of sending something that must not be sent twice.
     */
    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void retry() {
        Instant stuck = clock.instant().minus(STUCK);
        failed.resubmitIncompletePublications(
                publication -> publication.getPublicationDate().isBefore(stuck) && isOurs(publication.getEvent()));
    }

    /** Nobody's referral may stay with somebody who cannot sign in. */
    @ApplicationModuleListener
    void on(AccountDisabled event) {
        for (Referral stranded : referrals.ownedBy(event.account())) {
            referrals.release(stranded.id(), event.account());
            log.note(stranded.id(), null, What.RELEASED, "");
        }
        live.changed();
    }

    private static boolean isOurs(Object event) {
        return event instanceof HelpRequested || event instanceof AccountDisabled;
    }

    private void open(HelpRequest request) {
        String team = teams.covering(request.placeId(), request.need()).id();
        Instant due = DueTimes.due(request.at(), request.urgency() != null, clock.getZone());
        UUID opened = referrals.open(request, team, due, fingerprint(request));
        log.note(opened, null, What.OPENED, team);
    }

    private void update(Referral known, HelpRequest request) {
        String told = fingerprint(request);
        if (told.equals(referrals.told(known.id()))) {
            return;
        }
        boolean urgent = known.urgent() || request.urgency() != null;
        // Whoever has taken it has begun to help: it stays there, wherever the resident turns out to live.
        String team = known.state() == ReferralState.ACCEPTED
                ? known.team()
                : teams.covering(request.placeId(), request.need()).id();
        if (!known.isOpen()) {
            // Whoever closed it did not know this: it is as new.
            referrals.putBack(known.id());
            log.note(known.id(), null, What.REOPENED, team);
        }
        referrals.update(known.id(), team, urgent, request.complete(), due(known, urgent), told);
        log.note(known.id(), null, team.equals(known.team()) ? What.UPDATED : What.ROUTED, team);
    }

    /** The same event again changes nothing; only what the resident has told since does. */
    private static String fingerprint(HelpRequest request) {
        // A number prints masked, so it is added whole.
        String known =
                request + (request.number() == null ? "" : request.number().e164());
        return DigestUtils.md5DigestAsHex(known.getBytes(StandardCharsets.UTF_8));
    }

    private Instant due(Referral known, boolean urgent) {
        Instant fromNow = DueTimes.due(clock.instant(), urgent, clock.getZone());
        if (!known.isOpen()) {
            return fromNow;
        }
        return urgent && !known.urgent() && fromNow.isBefore(known.dueAt()) ? fromNow : known.dueAt();
    }
}
