package org.plainline.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plainline.console.ConsoleTest;
import org.plainline.console.Residents.Ask;
import org.plainline.referral.ReferralEvent.What;
import org.plainline.referral.Referrals.NoSuchReferral;
import org.plainline.referral.Referrals.NotYours;
import org.plainline.staff.Account;
import org.plainline.staff.Role;
import org.springframework.dao.DataAccessException;

class ClaimTests extends ConsoleTest {
    private static final Ask CARE = Ask.of("我爸瘫痪了，一个人在家", "disability", "dongping");

    @Test
    void ofTwoCaseworkersAtOnceOneGetsItAndTheOtherIsToldWho() throws Exception {
        Account lina = colleagues.caseworker("liuhe-office");
        Account wang = colleagues.caseworker("liuhe-office");

        for (int round = 0; round < 20; round++) {
            Referral referral = referral(residents.ask(CARE));
            List<Referral> seen = atOnce(referral, lina, wang);

            assertThat(seen.getFirst().owner())
                    .isIn(lina.id(), wang.id())
                    .isEqualTo(seen.getLast().owner());
            assertThat(claims(referral)).hasSize(1).containsOnly(seen.getFirst().owner());
        }
    }

    @Test
    void onlyWhoeverHasItAnswersAndClosesIt() {
        Account lina = colleagues.caseworker("liuhe-office");
        Account wang = colleagues.caseworker("liuhe-office");
        Referral referral = referral(residents.ask(CARE));
        referrals.claim(lina, referral.id());

        assertThatThrownBy(() -> referrals.reply(wang, referral.id(), "您好")).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> referrals.close(wang, referral.id(), Outcome.HELPED, ""))
                .isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> referrals.release(wang, referral.id())).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> referrals.reopen(wang, referral.id())).isInstanceOf(NotYours.class);
    }

    @Test
    void whatIsGivenBackWaitsForOthers() {
        Account lina = colleagues.caseworker("liuhe-office");
        Referral referral = referral(residents.ask(CARE));
        referrals.claim(lina, referral.id());

        referrals.release(lina, referral.id());

        assertThat(referrals.find(lina, referral.id()).state()).isEqualTo(ReferralState.REQUESTED);
    }

    @Test
    void aSlipOfTheFingerOnClosingIsTakenBack() {
        Account lina = colleagues.caseworker("liuhe-office");
        Referral referral = referral(residents.ask(CARE));
        referrals.claim(lina, referral.id());
        referrals.close(lina, referral.id(), Outcome.NOT_NEEDED, "打错了");
        assertThat(referrals.find(lina, referral.id()).state()).isEqualTo(ReferralState.CANCELLED);

        referrals.reopen(lina, referral.id());

        Referral again = referrals.find(lina, referral.id());
        assertThat(again.state()).isEqualTo(ReferralState.ACCEPTED);
        assertThat(again.outcome()).isNull();
    }

    @Test
    void anotherTeamsReferralDoesNotExist() {
        Account chen = colleagues.caseworker("chengguan-office");
        Referral referral = referral(residents.ask(CARE));

        assertThatThrownBy(() -> referrals.view(chen, referral.id())).isInstanceOf(NoSuchReferral.class);
        assertThatThrownBy(() -> referrals.claim(chen, referral.id())).isInstanceOf(NoSuchReferral.class);
        assertThat(referrals.open(chen, "liuhe-office"))
                .noneMatch(open -> open.id().equals(referral.id()));
    }

    @Test
    void whoOnlyReadsCannotWork() {
        Account editor = colleagues.somebody(Role.EDITOR, "liuhe-office");
        Account supervisor = colleagues.somebody(Role.SUPERVISOR, "front-desk");
        Referral referral = referral(residents.ask(CARE));

        assertThatThrownBy(() -> referrals.claim(editor, referral.id())).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> referrals.claim(supervisor, referral.id())).isInstanceOf(NotYours.class);
        assertThat(referrals.view(supervisor, referral.id()).id()).isEqualTo(referral.id());
    }

    @Test
    void whoLookedAndWhatWasDoneIsKeptAndCannotBeChanged() {
        Account lina = colleagues.caseworker("liuhe-office");
        Referral referral = referral(residents.ask(CARE));
        referrals.view(lina, referral.id());
        referrals.claim(lina, referral.id());
        referrals.reply(lina, referral.id(), "您好，我是柳河镇的李娜，明天上午给您打电话。");
        referrals.close(lina, referral.id(), Outcome.REFERRED_ON, "已转残联");

        assertThat(referrals.events(lina, referral.id()))
                .extracting(ReferralEvent::what)
                .containsExactly(What.CLOSED, What.REPLIED, What.CLAIMED, What.VIEWED, What.OPENED);
        for (String tampering : List.of(
                "update referral_event set account = null", "delete from referral_event", "truncate referral_event")) {
            assertThatThrownBy(() -> jdbc.sql(tampering).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    private List<Referral> atOnce(Referral referral, Account... workers) throws Exception {
        var start = new CyclicBarrier(workers.length);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Referral>> tries = IntStream.range(0, workers.length)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return referrals.claim(workers[i], referral.id());
                    }))
                    .toList();
            return List.of(tries.getFirst().get(), tries.getLast().get());
        }
    }

    private List<Object> claims(Referral referral) {
        return referrals.events(colleagues.administrator(), referral.id()).stream()
                .filter(event -> event.what() == What.CLAIMED)
                .<Object>map(ReferralEvent::account)
                .toList();
    }
}
