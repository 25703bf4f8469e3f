package org.plainline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainline.resident.SmsLength;

/** What the whole edge answers, from the network's bytes to problem+json. */
class WebhookEdgeTests extends OutboxSlice {
    private final Webhook sms = Webhook.sms("你好").at(FallbackWebhooks.SMS);

    @Test
    void theFallbackSpeaksBothLanguagesInATextOfOneSegmentEach() throws Exception {
        HttpResponse<String> answer =
                post(sms.with("ErrorCode", "11200", "ErrorUrl", "https://help.example.org/twilio/sms"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/xml");
        assertThat(answer.body())
                .contains("<Body>明白线：")
                .contains("<Body>Plainline: ")
                .contains("110", "120");
        List<String> texts = Stream.of(answer.body().split("<Message>"))
                .skip(1)
                .map(message -> message.replaceAll("<[^>]*>", ""))
                .toList();
        assertThat(texts).hasSize(2).allMatch(text -> SmsLength.fits(text, 1));
    }

    @Test
    void theFallbackSaysItTwiceInBothLanguagesAndHangsUp() throws Exception {
        String twiml = post(sms.at(FallbackWebhooks.VOICE)).body();

        assertThat(twiml.split("Polly.Zhiyu", -1)).hasSize(3);
        assertThat(twiml.split("Polly.Joanna", -1)).hasSize(3);
        assertThat(twiml).endsWith("<Hangup/></Response>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/twilio/fallback/sms", "/twilio/fallback/voice", "/twilio/status/message", "/twilio/status/call"
            })
    void everyRouteRefusesWhatIsNotSigned(String path) throws Exception {
        problem(post(sms.at(path), "AAAAAAAAAAAAAAAAAAAAAAAAAAA="), 403, "Forbidden", path);
        problem(exchange(path, request -> request.POST(BodyPublishers.noBody())), 403, "Forbidden", path);
    }

    @Test
    void whatIsNotAFormOrNotUtf8IsRefused() throws Exception {
        problem(
                exchange(
                        sms.path(),
                        request -> request.header("Content-Type", "application/json")
                                .header(TwilioWebhooks.SIGNATURE, sms.signature())
                                .POST(BodyPublishers.ofString("{}"))),
                415,
                "Unsupported Media Type",
                sms.path());
        problem(
                exchange(
                        sms.path(),
                        request -> form(request)
                                .header(TwilioWebhooks.SIGNATURE, sms.signature())
                                .POST(BodyPublishers.ofString("Body=%FF"))),
                400,
                "Bad Request",
                sms.path());
    }

    @Test
    void sixtyFourKilobytesAreStillRead() throws Exception {
        var longest =
                sms.with("Padding", "a".repeat(65_536 - sms.with("Padding", "").body().length));

        assertThat(longest.body()).hasSize(65_536);
        assertThat(post(longest).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {65_537, 262_145, 1_000_000})
    void whatIsTooLongIsRefusedWhetherItsLengthIsAnnouncedOrNot(int length) throws Exception {
        byte[] body = ("Body=" + "a".repeat(length - 5)).getBytes(UTF_8);

        problem(
                exchange(
                        sms.path(),
                        request -> form(request)
                                .header(TwilioWebhooks.SIGNATURE, sms.signature())
                                .POST(BodyPublishers.ofByteArray(body))),
                413,
                "Content Too Large",
                sms.path());
        problem(
                exchange(
                        sms.path(),
                        request -> form(request)
                                .header(TwilioWebhooks.SIGNATURE, sms.signature())
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))),
                413,
                "Content Too Large",
                sms.path());
    }

    private static java.net.http.HttpRequest.Builder form(java.net.http.HttpRequest.Builder request) {
        return request.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
    }

    private static void problem(HttpResponse<String> answer, int status, String title, String path) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .isEqualTo("{\"instance\":\"%s\",\"status\":%d,\"title\":\"%s\"}".formatted(path, status, title));
    }
}
