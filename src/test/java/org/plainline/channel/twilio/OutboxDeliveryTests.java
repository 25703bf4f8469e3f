package org.plainline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainline.channel.twilio.CarrierConnection.Patience;
import org.plainline.conversation.Line;
import org.plainline.resident.PhoneNumber;

class OutboxDeliveryTests extends OutboxSlice {
    private static final String SID = "SM11111111111111111111111111111111";
    private static final Patience LITTLE = new Patience(Duration.ofMillis(500), Duration.ofMillis(500));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FakeTwilio twilio = new FakeTwilio();

    @AfterEach
    void gone() {
        twilio.close();
    }

    @Test
    void aLineLeavesOnceWithOurIdInTheAddressOfItsReports() throws Exception {
        Line line = queued("您好,我是街道办的李。明天上午9点可以来办。😀");
        twilio.answers(FakeTwilio.created(SID));

        assertThat(delivery().sendNext()).contains(new Outcome.Accepted(SID));
        assertThat(delivery().sendNext()).isEmpty();

        assertThat(row(line))
                .returns("sent", Row::state)
                .returns(SID, Row::sid)
                .returns(1, Row::attempts)
                .returns(null, Row::body);
        assertThat(twilio.requests).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).hasToString("/2010-04-01/Accounts/" + Webhook.ACCOUNT + "/Messages.json");
            assertThat(request.headers().get("Authorization")).containsExactly(basic());
            assertThat(request.form())
                    .isEqualTo(Map.of(
                            "To", "+8613800138000",
                            "From", "+12025550123",
                            "Body", "您好,我是街道办的李。明天上午9点可以来办。😀",
                            "StatusCallback",
                                    Webhook.URL + "/twilio/status/message?message="
                                            + row(line).id()));
        });
        assertThat(sends("accepted")).isOne();
    }

    @Test
    void aBusyCarrierIsAskedAgainLaterAndNotBeforeItSaid() {
        Line line = queued("请带上身份证。");
        twilio.answers(FakeTwilio.busy(7), FakeTwilio.created(SID));

        assertThat(delivery().sendNext()).contains(new Outcome.Later("http-429", Duration.ofSeconds(7)));
        assertThat(delivery().sendNext()).isEmpty();
        assertThat(row(line)).returns("queued", Row::state).returns("http-429", Row::errorCode);
        assertThat(row(line).pause()).isBetween(8.0, 9.1);

        later(line, "10 seconds");
        assertThat(delivery().sendNext()).contains(new Outcome.Accepted(SID));
        assertThat(row(line))
                .returns("sent", Row::state)
                .returns(2, Row::attempts)
                .returns(null, Row::errorCode);
        assertThat(twilio.requests).hasSize(2);
    }

    @Test
    void thePausesDoubleUpToFiveMinutesAndAfterFourHoursItIsOver() {
        Line line = queued("请带上身份证。");
        double before = 0;
        for (int attempt = 1; attempt <= 12; attempt++) {
            twilio.answers(FakeTwilio.busy(0));
            assertThat(delivery().sendNext()).isPresent();
            double least = Math.min(Math.pow(2, attempt - 1), 150);
            assertThat(row(line).pause()).isBetween(least, 2 * least + 0.1);
            before = row(line).pause();
            later(line, "6 minutes");
        }
        assertThat(before).isGreaterThan(140);

        later(line, "4 hours");
        twilio.answers(FakeTwilio.busy(0));
        assertThat(delivery().sendNext()).isPresent();
        assertThat(row(line)).returns("failed", Row::state).returns("given-up", Row::errorCode);
    }

    @Test
    void whatWaitedLongForAnAccountIsStillTriedOnce() {
        Line line = queued("请带上身份证。");
        later(line, "3 days");
        twilio.answers(FakeTwilio.busy(0));

        assertThat(delivery().sendNext()).isPresent();
        assertThat(row(line).state()).isEqualTo("queued");
    }

    @Test
    void aResidentWhoOptedOutAtTheCarrierIsNotTriedAgain() {
        Line line = queued("请带上身份证。");
        twilio.answers(FakeTwilio.refused(400, 21610, "Attempt to send to unsubscribed recipient"));

        assertThat(delivery().sendNext()).contains(new Outcome.Refused("21610"));
        assertThat(delivery().sendNext()).isEmpty();
        assertThat(row(line)).returns("failed", Row::state).returns("21610", Row::errorCode);
    }

    @Test
    void aRefusalThatIsNoJsonIsARefusalToo() {
        Line line = queued("请带上身份证。");
        twilio.answers(FakeTwilio.json(404, "<html>Not here</html>"));

        assertThat(delivery().sendNext()).contains(new Outcome.Refused("http-404"));
        assertThat(row(line).errorCode()).isEqualTo("http-404");
    }

    @Test
    void aWrongTokenIsNoFaultOfTheMessage() {
        Line line = queued("请带上身份证。");
        twilio.answers(FakeTwilio.refused(401, 20003, "Authenticate"));

        assertThat(delivery().sendNext()).contains(new Outcome.Later("http-401", Duration.ZERO));
        assertThat(row(line).state()).isEqualTo("queued");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 302})
    void anAnswerThatLeavesDoubtIsNeverFollowedByASecondAttempt(int status) {
        Line line = queued("请带上身份证。");
        twilio.answers(FakeTwilio.json(status, "{}"));

        assertThat(delivery().sendNext()).contains(new Outcome.Unclear("http-" + status));
        later(line, "1 hour");
        assertThat(delivery().sendNext()).isEmpty();
        assertThat(row(line)).returns("unknown", Row::state).returns(null, Row::body);
        assertThat(twilio.requests).hasSize(1);
    }

    @Test
    void aLineThatIsCutAfterAcceptanceLeavesDoubt() {
        unclear(Patience.USUAL, FakeTwilio.cut(), "connection-lost");
        unclear(Patience.USUAL, FakeTwilio.cutInTheMiddle(), "connection-lost");
    }

    @Test
    void aCarrierThatFallsSilentLeavesDoubt() {
        unclear(LITTLE, twilio.silence(), "timeout");
        unclear(LITTLE, twilio.silenceAfterTheHead(), "timeout");
    }

    @Test
    void aSuccessThatIsNoMessageLeavesDoubt() {
        unclear(Patience.USUAL, FakeTwilio.json(200, "<html>Welcome to the hotel's network</html>"), "unreadable");
        unclear(Patience.USUAL, FakeTwilio.json(201, "{}"), "unreadable");
    }

    @Test
    void aCarrierThatCannotBeReachedHasTakenNothing() throws Exception {
        Line line = queued("请带上身份证。");
        URI nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        assertThat(delivery(nobody).sendNext()).contains(new Outcome.Later("not-connected", Duration.ZERO));
        assertThat(delivery(URI.create("http://nobody.invalid")).sendNext()).isEmpty();
        later(line, "1 minute");
        assertThat(delivery(URI.create("http://nobody.invalid")).sendNext())
                .contains(new Outcome.Later("not-connected", Duration.ZERO));
        later(line, "1 minute");
        twilio.answers(FakeTwilio.created(SID));
        assertThat(delivery().sendNext()).contains(new Outcome.Accepted(SID));
    }

    @Test
    void withoutAnAccountMessagesWait() {
        Line line = queued("请带上身份证。");

        assertThat(delivery(Optional.empty()).sendNext()).isEmpty();
        assertThat(row(line)).returns("queued", Row::state).returns(0, Row::attempts);
    }

    @Test
    void aMessageWhoseNodeDiedWhileSendingIsInDoubtAfterAMinute() {
        Line line = queued("请带上身份证。");
        outbox.claim();
        delivery().sendNext();
        assertThat(row(line).state()).isEqualTo("sending");

        later(line, "61 seconds");
        delivery().sendNext();
        assertThat(row(line)).returns("unknown", Row::state).returns("interrupted", Row::errorCode);
        assertThat(twilio.requests).isEmpty();
    }

    @Test
    void aNodeThatComesBackFromTheDeadCanProveAcceptanceAndNothingElse() {
        Line line = queued("请带上身份证。");
        OutboundMessage claimed = outbox.claim().orElseThrow();
        later(line, "61 seconds");
        outbox.abandon();

        outbox.again(claimed, Duration.ZERO, "http-429");
        outbox.settle(claimed, MessageState.FAILED, "21610");
        assertThat(row(line).state()).isEqualTo("unknown");
        outbox.accepted(claimed, SID);
        assertThat(row(line)).returns("sent", Row::state).returns(SID, Row::sid).returns(null, Row::errorCode);
    }

    @Test
    void textsToOneNumberLeaveInTheOrderInWhichTheyWereWritten() {
        Line first = queued("第一条");
        Line second = queued("第二条");
        Line other = written("别人的", new PhoneNumber("+8613900139000"));
        outbox.queue(other.id(), new PhoneNumber("+8613900139000"), "别人的");
        twilio.answers(FakeTwilio.busy(60), FakeTwilio.created(SID));

        delivery().sendNext();
        delivery().sendNext();
        assertThat(delivery().sendNext()).isEmpty();
        assertThat(List.of(row(first).state(), row(second).state(), row(other).state()))
                .containsExactly("queued", "queued", "sent");

        later(first, "2 minutes");
        twilio.answers(FakeTwilio.created(SID), FakeTwilio.created(SID));
        delivery().sendNext();
        delivery().sendNext();
        assertThat(twilio.requests.subList(2, 4))
                .extracting(request -> request.form().get("Body"))
                .containsExactly("第一条", "第二条");
    }

    @Test
    void severalNodesSendEachMessageOnce() throws Exception {
        int messages = 40;
        IntStream.range(0, messages).forEach(number -> {
            var resident = new PhoneNumber("+86138001380" + (10 + number));
            Line line = written("第" + number + "条", resident);
            outbox.queue(line.id(), resident, "第" + number + "条");
            twilio.answers(FakeTwilio.created(SID));
        });
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> node = () -> {
                while (delivery().sendNext().isPresent()) {}
                return true;
            };
            for (var done : nodes.invokeAll(List.of(node, node, node, node))) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(twilio.requests)
                .extracting(request -> request.form().get("Body"))
                .hasSize(messages)
                .doesNotHaveDuplicates();
        assertThat(outbox.waiting()).isZero();
    }

    private void unclear(Patience patience, FakeTwilio.Answer answer, String error) {
        Line line = queued("请带上身份证。");
        twilio.answers(answer);

        assertThat(delivery(Optional.of(twilio.account()), patience).sendNext()).contains(new Outcome.Unclear(error));
        later(line, "1 hour");
        assertThat(delivery().sendNext()).isEmpty();
        assertThat(row(line)).returns("unknown", Row::state).returns(error, Row::errorCode);
    }

    private double sends(String outcome) {
        return meters.counter("plainline.outbox.sends", "outcome", outcome).count();
    }

    private static String basic() {
        String pair = Webhook.ACCOUNT + ":" + Webhook.TOKEN.value();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private OutboxDelivery delivery() {
        return delivery(Optional.of(twilio.account()));
    }

    private OutboxDelivery delivery(URI base) {
        return delivery(Optional.of(new TwilioAccount(Webhook.ACCOUNT, Webhook.TOKEN, () -> base, FakeTwilio.NUMBER)));
    }

    private OutboxDelivery delivery(Optional<TwilioAccount> account) {
        return delivery(account, Patience.USUAL);
    }

    private OutboxDelivery delivery(Optional<TwilioAccount> account, Patience patience) {
        return delivery(account, patience, meters);
    }
}
