package org.plainline.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plainline.channel.twilio.CarrierConnection.Patience;
import org.plainline.conversation.Line;
import org.plainline.conversation.OptedOut;
import org.plainline.conversation.ReplyComposed;
import org.plainline.resident.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxWorkerTests extends OutboxSlice {
    private static final String SID = "SM55555555555555555555555555555555";

    private final FakeTwilio twilio = new FakeTwilio();

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MeterRegistry meters;

    @AfterEach
    void gone() {
        twilio.close();
    }

    @Test
    void whatACaseworkerWroteIsInTheOutboxOnceHoweverOftenItIsAnnounced() {
        Line line = written("您好,请带上身份证。\u0007", RESIDENT);

        publish(new ReplyComposed(line.id()));
        publish(new ReplyComposed(line.id()));

        await().untilAsserted(() -> assertThat(unheard()).isZero());
        assertThat(outbox.waiting()).isOne();
        assertThat(row(line)).returns("queued", Row::state).returns("您好,请带上身份证。", Row::body);
        assertThat(meters.get("plainline.outbox.waiting").gauge().value()).isEqualTo(1);
    }

    @Test
    void aLineThatWasErasedOrHasNoNumberIsLeftAlone() {
        Line chat = written("在这里回答您。", RESIDENT);
        talks.numbers.remove(chat.conversation());

        publish(new ReplyComposed(chat.id()));
        publish(new ReplyComposed(UUID.randomUUID()));

        await().untilAsserted(() -> assertThat(unheard()).isZero());
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void aResidentWhoRefusesTextsGetsNotEvenThoseAlreadyWritten() {
        Line line = queued("请带上身份证。");
        var neighbour = new PhoneNumber("+8613900139000");
        Line other = written("请带上身份证。", neighbour);
        outbox.queue(other.id(), neighbour, "请带上身份证。");

        publish(new OptedOut(line.conversation()));

        await().untilAsserted(() -> assertThat(row(line).state()).isEqualTo("failed"));
        assertThat(row(line)).returns("opted-out", Row::errorCode).returns(null, Row::body);
        assertThat(row(other).state()).isEqualTo("queued");
    }

    @Test
    void theWorkerSendsWhatIsThereAndWhatItIsWokenFor() {
        twilio.answers(FakeTwilio.created(SID), FakeTwilio.created(SID), FakeTwilio.created(SID));
        Line first = queued("第一条");
        Line second = queued("第二条");
        working(worker -> {
            await().untilAsserted(() -> assertThat(row(second).state()).isEqualTo("sent"));
            assertThat(row(first).state()).isEqualTo("sent");

            Line third = queued("第三条");
            worker.wake();
            await().untilAsserted(() -> assertThat(row(third).state()).isEqualTo("sent"));
            assertThat(worker.isRunning()).isTrue();
        });
    }

    @Test
    void anOrderlyStopWaitsForTheAttemptUnderWay() {
        var asked = new CountDownLatch(1);
        var stopping = new CountDownLatch(1);
        twilio.answers(exchange -> {
            asked.countDown();
            await().until(() -> stopping.getCount() == 0);
            FakeTwilio.created(SID).to(exchange);
        });
        Line line = queued("请带上身份证。");
        working(worker -> {
            await().until(() -> asked.getCount() == 0);
            stopping.countDown();
        });

        assertThat(row(line).state()).isEqualTo("sent");
    }

    @Test
    void aCarrierInTroubleIsLeftInPeaceForAWhile() {
        Line first = queued("请带上身份证。");
        var neighbour = new PhoneNumber("+8613900139000");
        Line second = written("请带上身份证。", neighbour);
        outbox.queue(second.id(), neighbour, "请带上身份证。");
        twilio.answers(FakeTwilio.json(503, "{}"), FakeTwilio.created(SID));
        working(worker -> {
            await().untilAsserted(() -> assertThat(row(first).state()).isEqualTo("unknown"));
            worker.wake();
            await().pollDelay(Duration.ofMillis(300))
                    .untilAsserted(() -> assertThat(twilio.requests).hasSize(1));
            await().untilAsserted(() -> assertThat(row(second).state()).isEqualTo("sent"));
        });
    }

    @Test
    void healthTellsWhatWaitsAndWhatWasLostSightOf() {
        assertThat(health(Optional.empty()))
                .returns(Status.UP, Health::getStatus)
                .extracting(Health::getDetails)
                .hasToString("{account=none: messages wait, waiting=0, oldestWaitingSeconds=0, unknownToday=0,"
                        + " failedToday=0}");

        Line unknown = queued("一");
        outbox.settle(outbox.claim().orElseThrow(), MessageState.UNKNOWN, "timeout");
        Line waiting = queued("二");
        later(waiting, "9 minutes");
        assertThat(health(Optional.of(twilio.account())).getStatus()).isEqualTo(Status.UP);

        later(waiting, "2 minutes");
        later(unknown, "1 hour");
        Health overdue = health(Optional.of(twilio.account()));
        assertThat(overdue.getStatus()).isEqualTo(Status.DOWN);
        assertThat(overdue.getDetails())
                .containsEntry("account", "present")
                .containsEntry("waiting", 1L)
                .containsEntry("oldestWaitingSeconds", 660L)
                .containsEntry("unknownToday", 1L);
    }

    private Health health(Optional<TwilioAccount> account) {
        return new OutboxHealth(jdbc, accounts(account)).health();
    }

    private void working(Consumer<OutboxWorker> during) {
        var worker =
                new OutboxWorker(delivery(Optional.of(twilio.account()), Patience.USUAL, new SimpleMeterRegistry()));
        worker.start();
        try {
            during.accept(worker);
        } finally {
            worker.stop();
        }
        assertThat(worker.isRunning()).isFalse();
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(running -> events.publishEvent(event));
    }

    /** Events whose listeners have not finished; they are written with the transaction that announces them. */
    private long unheard() {
        return jdbc.sql("select count(*) from event_publication")
                .query(Long.class)
                .single();
    }
}
