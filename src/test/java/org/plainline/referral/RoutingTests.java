package org.plainline.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plainline.console.ConsoleTest;
import org.plainline.console.Residents.Ask;
import org.plainline.console.Residents.Asked;
import org.plainline.console.Soon;
import org.plainline.referral.ReferralEvent.What;
import org.plainline.staff.Account;
import org.plainline.staff.Accounts;
import org.springframework.beans.factory.annotation.Autowired;

class RoutingTests extends ConsoleTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Ask FEES = Ask.of("孩子上大学的学费还差六千块", "education", "liuhe");

    @Autowired
    private Routing routing;

    @Autowired
    private Accounts accounts;

    @Test
    void aRequestBecomesAReferralOfTheTeamThatCoversItsPlace() {
        Referral referral = referral(residents.ask(FEES));

        assertThat(referral.team()).isEqualTo("liuhe-office");
        assertThat(referral.state()).isEqualTo(ReferralState.REQUESTED);
        assertThat(referral.complete()).isTrue();
    }

    @Test
    void theSameEventAgainChangesNothing() {
        Asked asked = residents.ask(FEES);
        Referral before = referral(asked);

        for (int time = 0; time < 5; time++) {
            residents.repeat(asked);
        }
        everythingIsHandled();

        assertThat(referral(asked)).isEqualTo(before);
        assertThat(version(before)).isEqualTo(1);
        assertThat(events(before)).containsExactly(What.OPENED);
    }

    @Test
    void withoutAPlaceItWaitsAtTheFrontDeskAndMovesOnceThePlaceIsKnown() {
        Asked asked = residents.ask(FEES.incomplete());
        assertThat(referral(asked).team()).isEqualTo("front-desk");

        residents.tellMore(asked, FEES);

        Soon.is(SOON, () -> referral(asked).team().equals("liuhe-office"));
        assertThat(referral(asked).complete()).isTrue();
        assertThat(events(referral(asked))).containsExactly(What.ROUTED, What.OPENED);
    }

    @Test
    void whatSomebodyHasTakenStaysWithThemWhateverIsToldLater() {
        Asked asked = residents.ask(FEES);
        Account lina = colleagues.caseworker("liuhe-office");
        referrals.claim(lina, referral(asked).id());

        residents.tellMore(asked, FEES.living("qingshan"));
        everythingIsHandled();

        assertThat(referral(asked).team()).isEqualTo("liuhe-office");
        assertThat(referral(asked).owner()).isEqualTo(lina.id());
        assertThat(events(referral(asked))).containsExactly(What.UPDATED, What.CLAIMED, What.OPENED);
    }

    @Test
    void whatTurnsOutToBeUrgentIsDueWithinTheHourAndFirstInTheQueue() {
        Account chen = colleagues.caseworker("chengguan-office");
        residents.ask(Ask.of("低保停了三个月了", "cash", "chengguan").at(Instant.now().minus(Duration.ofDays(9))));
        Asked asked = residents.ask(Ask.of("想问问离婚的事", "law", "chengguan"));
        referral(asked);

        residents.tellMore(asked, Ask.of("他又打我了", "safety", "chengguan").urgent("VIOLENCE"));

        Soon.is(SOON, () -> referral(asked).urgent());
        assertThat(referral(asked).dueAt()).isBefore(Instant.now().plus(Duration.ofMinutes(61)));
        assertThat(referrals.open(chen, null).getFirst().id())
                .isEqualTo(referral(asked).id());
    }

    @Test
    void whatIsClosedStaysClosedWhenTheEventComesLate() {
        Asked asked = closed(FEES);

        residents.repeat(asked);
        everythingIsHandled();

        assertThat(referral(asked).state()).isEqualTo(ReferralState.COMPLETED);
    }

    @Test
    void whatIsToldAfterItWasClosedBringsItBackForTheTeamItBelongsToNow() {
        Asked asked = closed(FEES);

        residents.tellMore(asked, FEES.living("qingshan"));

        Soon.is(SOON, () -> referral(asked).state() == ReferralState.REQUESTED);
        assertThat(referral(asked).team()).isEqualTo("qingshan-office");
        assertThat(referral(asked).owner()).isNull();
        assertThat(referral(asked).outcome()).isNull();
        assertThat(referral(asked).dueAt()).isAfter(Instant.now());
        assertThat(referrals.open(colleagues.caseworker("qingshan-office"), null))
                .extracting(Referral::id)
                .contains(referral(asked).id());
        assertThat(events(referral(asked))).startsWith(What.ROUTED, What.REOPENED, What.CLOSED);
    }

    private Asked closed(Ask ask) {
        Asked asked = residents.ask(ask);
        Account lina = colleagues.caseworker("liuhe-office");
        referrals.claim(lina, referral(asked).id());
        referrals.close(lina, referral(asked).id(), Outcome.HELPED, "");
        everythingIsHandled();
        return asked;
    }

    @Test
    void whoeverIsDisabledLeavesTheirReferralsToTheTeam() {
        Asked asked = residents.ask(FEES);
        Account lina = colleagues.caseworker("liuhe-office");
        referrals.claim(lina, referral(asked).id());

        accounts.disable(lina.id());

        Soon.is(SOON, () -> referral(asked).state() == ReferralState.REQUESTED);
        assertThat(referral(asked).owner()).isNull();
    }

    @Test
    void anEventThatFailedIsTriedAgainWithoutARestart() {
        Asked asked = residents.ask(FEES);
        referral(asked);
        everythingIsHandled();
        jdbc.sql("delete from referral where help_request = ?")
                .param(asked.request())
                .update();
        jdbc.sql("""
                        insert into event_publication
                            (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts)
                        values (?, 'org.plainline.referral.Routing.on(org.plainline.conversation.HelpRequested)',
                            'org.plainline.conversation.HelpRequested', ?, now() - interval '2 minutes', 'FAILED', 1)
                        """)
                .params(UUID.randomUUID(), "{\"request\":\"" + asked.request() + "\"}")
                .update();

        routing.retry();

        assertThat(referral(asked).team()).isEqualTo("liuhe-office");
        everythingIsHandled();
    }

    private void everythingIsHandled() {
        Soon.is(
                SOON,
                () -> jdbc.sql("select count(*) from event_publication where completion_date is null")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private List<What> events(Referral referral) {
        return referrals.events(colleagues.administrator(), referral.id()).stream()
                .map(ReferralEvent::what)
                .toList();
    }

    private int version(Referral referral) {
        return jdbc.sql("select version from referral where id = ?")
                .param(referral.id())
                .query(Integer.class)
                .single();
    }
}
