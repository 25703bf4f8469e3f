package org.plainline.referral;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.conversation.Line;
import org.plainline.conversation.Transcripts;
import org.plainline.conversation.Transcripts.OptedOutException;
import org.plainline.referral.ReferralEvent.What;
import org.plainline.staff.Account;
import org.plainline.staff.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff can see and do. Every method first asks whether the person may see the referral at all: what belongs to
 * another team does not exist for a caseworker.
 */
@Component
public class Referrals {
    /** More than anybody reads; the rest comes into view as these are closed. */
    private static final int LISTED = 300;

    private static final int CLOSED_LISTED = 100;

    private final ReferralStore referrals;
    private final ReferralLog log;
    private final Transcripts transcripts;
    private final LiveReferrals live;
    private final InstantSource time;

    Referrals(
            ReferralStore referrals, ReferralLog log, Transcripts transcripts, LiveReferrals live, InstantSource time) {
        this.referrals = referrals;
        this.log = log;
        this.transcripts = transcripts;
        this.live = live;
        this.time = time;
    }

    /** There is no such referral, or none that this person may see; the two are not told apart. */
    public static final class NoSuchReferral extends RuntimeException {
        private static final long serialVersionUID = 1;

        public NoSuchReferral(UUID id) {
            super("There is no referral " + id + " for this account");
        }
    }

    /** Only whoever has taken the referral can do this; somebody else has it, nobody, or it is closed. */
    public static final class NotYours extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotYours(UUID id) {
            super("The referral " + id + " is not in this account's hands");
        }
    }

    /**
     * What is to be done, first things first; at most 300.
     *
     * @param team one of the teams the viewer may see; null for all of these
     */
    public List<Referral> open(Account viewer, @Nullable String team) {
        return referrals.open(visible(viewer, team), viewer.id(), LISTED);
    }

    /** The 100 that were closed last. */
    public List<Referral> closed(Account viewer, @Nullable String team) {
        return referrals.closed(visible(viewer, team), CLOSED_LISTED);
    }

    /** @throws NoSuchReferral when there is none that this person may see */
    public Referral find(Account viewer, UUID id) {
        return referrals
                .byId(id)
                .filter(referral -> viewer.sees(referral.team()))
                .orElseThrow(() -> new NoSuchReferral(id));
    }

    /** Like {@link #find}, and keeps for good that this person looked. */
    @Transactional
    public Referral view(Account viewer, UUID id) {
        Referral referral = find(viewer, id);
        log.note(id, viewer.id(), What.VIEWED, "");
        return referral;
    }

    /** What was done with it, newest first. */
    public List<ReferralEvent> events(Account viewer, UUID id) {
        return log.of(find(viewer, id).id());
    }

    /**
     * Takes the referral; of several caseworkers at once exactly one gets it.
     *
     * @return the referral as it is now, with whoever has it as owner
     */
    @Transactional
    public Referral claim(Account worker, UUID id) {
        working(worker, id);
        if (referrals.claim(id, worker.id(), time.instant())) {
            note(id, worker, What.CLAIMED, "");
        }
        return find(worker, id);
    }

    /**
     * Gives the referral back for others to take; an administrator can do so for anybody.
     *
     * @throws NotYours when this person does not have it
     */
    @Transactional
    public void release(Account worker, UUID id) {
        Referral referral = working(worker, id);
        UUID owner = worker.role() == Role.ADMINISTRATOR ? referral.owner() : worker.id();
        if (owner == null || !referrals.release(id, owner)) {
            throw new NotYours(id);
        }
        note(id, worker, What.RELEASED, "");
    }

    /**
     * Writes to the resident: a text message, or in a chat a line on the resident's page.
     *
     * @param text 1 to 1,600 characters
     * @throws NotYours when this person does not have it
     * @throws OptedOutException when the resident wants no messages
     */
    @Transactional
    public Line reply(Account worker, UUID id, String text) {
        Referral referral = working(worker, id);
        if (referral.state() != ReferralState.ACCEPTED || !referral.isOwnedBy(worker.id())) {
            throw new NotYours(id);
        }
        Line line = transcripts.reply(referral.conversation(), worker.login(), text);
        referrals.touch(id);
        note(id, worker, What.REPLIED, "");
        return line;
    }

    /** @throws NotYours when this person does not have it */
    @Transactional
    public void close(Account worker, UUID id, Outcome outcome, String note) {
        working(worker, id);
        if (!referrals.close(id, worker.id(), outcome, note.strip(), time.instant())) {
            throw new NotYours(id);
        }
        note(id, worker, What.CLOSED, outcome.code());
    }

    /**
     * Takes back that this person closed it: a slip of the finger must not end somebody's request.
     *
     * @throws NotYours when somebody else closed it, or nobody
     */
    @Transactional
    public void reopen(Account worker, UUID id) {
        working(worker, id);
        if (!referrals.reopen(id, worker.id())) {
            throw new NotYours(id);
        }
        note(id, worker, What.REOPENED, "");
    }

    private Referral working(Account worker, UUID id) {
        Referral referral = find(worker, id);
        if (!worker.role().works()) {
            throw new NotYours(id);
        }
        return referral;
    }

    private void note(UUID id, Account worker, What what, String detail) {
        log.note(id, worker.id(), what, detail);
        live.changed();
    }

    private static @Nullable String visible(Account viewer, @Nullable String team) {
        return viewer.role().seesAllTeams() ? team : viewer.team();
    }
}
