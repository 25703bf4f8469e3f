package org.plainline.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainline.conversation.HelpRequest;
import org.plainline.conversation.HelpRequests;
import org.plainline.referral.Referral;
import org.plainline.referral.Referrals;
import org.plainline.resident.Places;
import org.plainline.staff.Account;
import org.plainline.staff.Accounts;
import org.springframework.stereotype.Component;

/** Puts the queue into a reader's words. */
@Component
class QueueView {
    private final Referrals referrals;
    private final HelpRequests requests;
    private final Accounts accounts;
    private final Places places;
    private final TimeWords times;

    QueueView(Referrals referrals, HelpRequests requests, Accounts accounts, Places places, TimeWords times) {
        this.referrals = referrals;
        this.requests = requests;
        this.accounts = accounts;
        this.places = places;
        this.times = times;
    }

    /** Which part of the queue somebody looks at. */
    enum Show {
        OPEN,
        MINE,
        CLOSED;

        static Show of(@Nullable String code) {
            return "mine".equals(code) ? MINE : "closed".equals(code) ? CLOSED : OPEN;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    List<QueueRow> rows(Account viewer, Show show, @Nullable String team, Words words) {
        List<Referral> listed = show == Show.CLOSED ? referrals.closed(viewer, team) : referrals.open(viewer, team);
        if (show == Show.MINE) {
            listed = listed.stream()
                    .filter(referral -> referral.isOwnedBy(viewer.id()))
                    .toList();
        }
        Map<UUID, HelpRequest> asked = requests
                .find(listed.stream().map(Referral::helpRequest).toList())
                .stream()
                .collect(Collectors.toMap(HelpRequest::id, Function.identity()));
        Map<UUID, String> names = accounts.all().stream().collect(Collectors.toMap(Account::id, Account::name));
        return listed.stream()
                .flatMap(referral -> Optional.ofNullable(asked.get(referral.helpRequest()))
                        .map(request -> row(referral, request, names, viewer, words))
                        .stream())
                .toList();
    }

    private QueueRow row(Referral referral, HelpRequest request, Map<UUID, String> names, Account viewer, Words words) {
        return new QueueRow(
                referral.id(),
                referral.reference(),
                urgency(request, words),
                words.say("need." + request.need().code()),
                request.words(),
                place(request, words),
                referral.complete(),
                referral.openedAt(),
                times.since(words, referral.openedAt()),
                who(referral, names, words),
                referral.isOwnedBy(viewer.id()),
                referral.isOpen(),
                referral.dueAt(),
                times.at(words, referral.closedAt() == null ? referral.dueAt() : referral.closedAt()),
                referral.isOverdue(times.now()));
    }

    private String who(Referral referral, Map<UUID, String> names, Words words) {
        String owner = referral.owner() == null ? "" : names.getOrDefault(referral.owner(), "");
        return referral.outcome() == null
                ? owner
                : words.say(
                        "queue.ended", words.say("outcome." + referral.outcome().code()), owner);
    }

    static String urgency(HelpRequest request, Words words) {
        return request.urgency() == null
                ? ""
                : words.say("urgency." + request.urgency().code());
    }

    /** The place of the service area, otherwise what the resident called it; empty while unknown. */
    String place(HelpRequest request, Words words) {
        String said = request.placeWords() == null ? "" : request.placeWords();
        return request.placeId() == null
                ? said
                : places.byId(request.placeId())
                        .map(place -> place.name(words.language()))
                        .orElse(said);
    }
}
