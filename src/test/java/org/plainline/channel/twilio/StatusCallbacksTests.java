package org.plainline.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainline.conversation.Line;

class StatusCallbacksTests extends OutboxSlice {
    private static final String SID = "SM22222222222222222222222222222222";
    private static final String ANSWER = "the answer of the REST API";

    @Test
    void reportsInEveryOrderAndAnyNumberEndInTheSameState() throws Exception {
        for (List<String> order : orders(List.of(ANSWER, "sent", "delivered", "undelivered"))) {
            Line line = arriving(order);
            assertThat(row(line))
                    .as(order.toString())
                    .returns("delivered", Row::state)
                    .returns(SID, Row::sid)
                    .returns(null, Row::errorCode)
                    .returns(null, Row::body);
        }
        for (List<String> order : orders(List.of("queued", ANSWER, "undelivered", "queued"))) {
            assertThat(row(arriving(order)))
                    .as(order.toString())
                    .returns("undelivered", Row::state)
                    .returns("30003", Row::errorCode);
        }
    }

    @Test
    void aReportProvesThatAMessageInDoubtWasTaken() throws Exception {
        Line line = queued("请带上身份证。");
        outbox.settle(outbox.claim().orElseThrow(), MessageState.UNKNOWN, "timeout");

        assertThat(post(report(line, "sending")).statusCode()).isEqualTo(204);
        assertThat(row(line)).returns("sent", Row::state).returns(SID, Row::sid).returns(null, Row::errorCode);
    }

    @Test
    void aReportWithoutOurIdIsKnownByTheIdOfTheCarrier() throws Exception {
        Line line = queued("请带上身份证。");
        outbox.accepted(outbox.claim().orElseThrow(), SID);

        post(report(line, "delivered").at("/twilio/status/message"));
        assertThat(row(line).state()).isEqualTo("delivered");
    }

    @Test
    void reportsThatAreNotAboutUsAreAcceptedAndChangeNothing() throws Exception {
        Line line = queued("请带上身份证。");
        outbox.accepted(outbox.claim().orElseThrow(), "SM33333333333333333333333333333333");
        var foreign = report(line, "delivered");

        for (String path : List.of(
                foreign.path(),
                "/twilio/status/message",
                "/twilio/status/message?message=" + UUID.randomUUID(),
                "/twilio/status/message?message=1")) {
            assertThat(post(foreign.at(path)).statusCode()).isEqualTo(204);
        }
        assertThat(post(report(line, "teleported")).statusCode()).isEqualTo(204);
        assertThat(post(foreign.without("MessageSid")).statusCode()).isEqualTo(204);
        assertThat(row(line).state()).isEqualTo("sent");
    }

    @Test
    void anUnsignedReportChangesNothing() throws Exception {
        Line line = queued("请带上身份证。");
        var report = report(line, "delivered");

        assertThat(post(report, "AAAAAAAAAAAAAAAAAAAAAAAAAAA=").statusCode()).isEqualTo(403);
        assertThat(post(report.at("/twilio/status/message?message=" + UUID.randomUUID()), report.signature())
                        .statusCode())
                .isEqualTo(403);
        assertThat(row(line).state()).isEqualTo("queued");
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "busy", "failed", "no-answer", "canceled"})
    void aCallThatIsOverIsReportedAsEnded(String status) throws Exception {
        assertThat(post(call(status)).statusCode()).isEqualTo(204);
        assertThat(talks.ended).containsExactly("CA44444444444444444444444444444444");
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "ringing", "in-progress", "initiated", ""})
    void aCallUnderWayIsLeftAlone(String status) throws Exception {
        assertThat(post(call(status)).statusCode()).isEqualTo(204);
        assertThat(post(call("completed"), "forged").statusCode()).isEqualTo(403);
        assertThat(talks.ended).isEmpty();
    }

    private Line arriving(List<String> order) throws Exception {
        Line line = queued("请带上身份证。");
        OutboundMessage claimed = outbox.claim().orElseThrow();
        for (String event : order) {
            if (event.equals(ANSWER)) {
                outbox.accepted(claimed, SID);
            } else {
                post(report(line, event));
                post(report(line, event));
            }
        }
        return line;
    }

    private static List<List<String>> orders(List<String> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> orders = new ArrayList<>();
        for (int first = 0; first < events.size(); first++) {
            List<String> rest = new ArrayList<>(events);
            String event = rest.remove(first);
            for (List<String> order : orders(rest)) {
                List<String> whole = new ArrayList<>(List.of(event));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }

    private Webhook report(Line line, String status) {
        var report = new Webhook(
                "/twilio/status/message?message=" + row(line).id(),
                List.of(
                        new Field("SmsSid", SID),
                        new Field("SmsStatus", status),
                        new Field("MessageStatus", status),
                        new Field("To", "+8613800138000"),
                        new Field("MessageSid", SID),
                        new Field("AccountSid", Webhook.ACCOUNT),
                        new Field("From", "+12025550123"),
                        new Field("ApiVersion", "2010-04-01")));
        return status.equals("undelivered")
                ? report.with("ErrorCode", "30003", "ErrorMessage", "Unreachable", "RawDlrDoneDate", "2511232130")
                : report;
    }

    private static Webhook call(String status) {
        return new Webhook(
                "/twilio/status/call",
                List.of(
                        new Field("CallSid", "CA44444444444444444444444444444444"),
                        new Field("AccountSid", Webhook.ACCOUNT),
                        new Field("From", "anonymous"),
                        new Field("To", "+12025550123"),
                        new Field("CallStatus", status),
                        new Field("CallDuration", "42"),
                        new Field("Direction", "inbound")));
    }
}
