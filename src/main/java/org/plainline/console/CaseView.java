package org.plainline.console;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainline.conversation.Deliveries;
import org.plainline.conversation.Delivery;
import org.plainline.conversation.HelpRequest;
import org.plainline.conversation.HelpRequests;
import org.plainline.conversation.Line;
import org.plainline.conversation.Line.Speaker;
import org.plainline.conversation.Transcripts;
import org.plainline.referral.Referral;
import org.plainline.referral.ReferralEvent;
import org.plainline.referral.ReferralEvent.What;
import org.plainline.referral.ReferralState;
import org.plainline.referral.Referrals;
import org.plainline.referral.Referrals.NoSuchReferral;
import org.plainline.resident.Channel;
import org.plainline.resident.PhoneNumber;
import org.plainline.staff.Account;
import org.plainline.staff.Accounts;
import org.plainline.staff.Role;
import org.plainline.staff.Team;
import org.plainline.staff.Teams;
import org.springframework.stereotype.Component;

/** Puts one referral and its talk into a reader's words. */
@Component
class CaseView {
    private final Referrals referrals;
    private final HelpRequests requests;
    private final Transcripts transcripts;
    private final Deliveries deliveries;
    private final Accounts accounts;
    private final Teams teams;
    private final QueueView queue;
    private final TimeWords times;

    CaseView(
            Referrals referrals,
            HelpRequests requests,
            Transcripts transcripts,
            Deliveries deliveries,
            Accounts accounts,
            Teams teams,
            QueueView queue,
            TimeWords times) {
        this.referrals = referrals;
        this.requests = requests;
        this.transcripts = transcripts;
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.teams = teams;
        this.queue = queue;
        this.times = times;
    }

    ReferralView of(Account viewer, Referral referral, Words words) {
        HelpRequest request =
                requests.find(referral.helpRequest()).orElseThrow(() -> new NoSuchReferral(referral.id()));
        Optional<PhoneNumber> texted = transcripts.number(referral.conversation());
        PhoneNumber number = request.number() == null ? texted.orElse(null) : request.number();
        Map<UUID, String> names = accounts.all().stream().collect(Collectors.toMap(Account::id, Account::name));
        boolean works = viewer.role().works();
        boolean mine = works && referral.state() == ReferralState.ACCEPTED && referral.isOwnedBy(viewer.id());
        return new ReferralView(
                referral.id(),
                referral,
                request,
                teams.byId(referral.team()).map(Team::name).orElse(referral.team()),
                QueueView.urgency(request, words),
                words.say("need." + request.need().code()),
                queue.place(request, words),
                shown(number, works),
                number != null && works ? number.e164() : "",
                texted.map(PhoneNumber::ending).orElse(""),
                request.channel() == Channel.CHAT ? "chat" : texted.isPresent() ? "sms" : "none",
                times.since(words, referral.openedAt()),
                times.at(words, referral.dueAt()),
                referral.isOverdue(times.now()),
                name(referral.owner(), names),
                state(referral, names, words),
                mine,
                works && referral.state() == ReferralState.REQUESTED,
                mine || (viewer.role() == Role.ADMINISTRATOR && referral.state() == ReferralState.ACCEPTED),
                works && !referral.isOpen() && referral.isOwnedBy(viewer.id()),
                history(viewer, referral, names, words));
    }

    /** The talk as it was said, oldest first. */
    List<TalkLine> talk(Referral referral, Words words) {
        Map<String, String> names = accounts.all().stream().collect(Collectors.toMap(Account::login, Account::name));
        Map<UUID, Delivery> texted = deliveries.of(referral.conversation());
        return transcripts.of(referral.conversation()).stream()
                .map(line -> line(line, texted.get(line.id()), names, words))
                .toList();
    }

    private TalkLine line(Line line, @Nullable Delivery delivery, Map<String, String> names, Words words) {
        String side = line.speaker().name().toLowerCase(Locale.ROOT);
        String who = line.speaker() == Speaker.CASEWORKER
                ? names.getOrDefault(line.author(), line.author())
                : words.say("talk." + side);
        return new TalkLine(
                line.id(),
                side,
                who,
                words.say("channel." + line.channel().code()),
                line.text(),
                TimeWords.iso(line.at()),
                times.at(words, line.at()),
                delivery == null ? "" : delivery.code(),
                delivery == null ? "" : words.say("delivery." + delivery.code()));
    }

    /** Who merely looked is for those to see who watch over it; for everybody else it hides what was done. */
    private List<ReferralView.Done> history(Account viewer, Referral referral, Map<UUID, String> names, Words words) {
        return referrals.events(viewer, referral.id()).stream()
                .filter(event -> event.what() != What.VIEWED || viewer.role().seesAllTeams())
                .map(event -> new ReferralView.Done(
                        words.say("event." + event.what().code(), detail(event, words)),
                        event.account() == null ? words.say("talk.service") : name(event.account(), names),
                        TimeWords.iso(event.at()),
                        times.at(words, event.at())))
                .toList();
    }

    private String detail(ReferralEvent event, Words words) {
        return switch (event.what()) {
            case CLOSED -> words.say("outcome." + event.detail());
            case OPENED, ROUTED -> teams.byId(event.detail()).map(Team::name).orElse(event.detail());
            default -> "";
        };
    }

    private String state(Referral referral, Map<UUID, String> names, Words words) {
        String owner = name(referral.owner(), names);
        return switch (referral.state()) {
            case REQUESTED -> words.say("state.waiting", times.since(words, referral.openedAt()));
            case ACCEPTED -> words.say("state.taken", owner, at(words, referral.claimedAt()));
            case COMPLETED, CANCELLED ->
                words.say(
                        "state.closed",
                        owner,
                        at(words, referral.closedAt()),
                        referral.outcome() == null
                                ? ""
                                : words.say("outcome." + referral.outcome().code()));
        };
    }

    private String at(Words words, @Nullable Instant moment) {
        return moment == null ? "" : times.at(words, moment);
    }

    private static String name(@Nullable UUID account, Map<UUID, String> names) {
        return account == null ? "" : names.getOrDefault(account, "");
    }

    private static String shown(@Nullable PhoneNumber number, boolean whole) {
        return number == null ? "" : whole ? number.readable() : number.toString();
    }
}
