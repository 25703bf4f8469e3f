package org.plainline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.twilio.security.RequestValidator;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainline.resident.PhoneNumber;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.web.server.ResponseStatusException;

class TwilioWebhooksTests {
    private static final String OTHER_ACCOUNT = "ACffffffffffffffffffffffffffffffff";

    private final Webhook sms = Webhook.sms("我爸爸病了,没钱住院 & <怎么办>? 😀");
    private final TwilioWebhooks webhooks = webhooks(Webhook.ACCOUNT, Webhook.TOKEN);

    @Test
    void whatTwilioSignedComesThroughAsItWasTyped() {
        var form = webhooks.receive(sms.request(sms.signature()), sms.body());

        assertThat(form.text("Body")).isEqualTo("我爸爸病了,没钱住院 & <怎么办>? 😀");
        assertThat(form.text("From")).isEqualTo("+8613800138000");
        assertThat(form.text("Digits")).isEmpty();
        assertThat(form.find("Digits")).isEmpty();
        assertThat(form.find("NumMedia")).contains("0");
    }

    @Test
    void blanksAreKeptAndControlCharactersAreDroppedOnlyAfterTheSignatureWasChecked() {
        var odd = Webhook.sms("  one\ttwo\r\nthree\u0000\u001B[31m\u0085\u007F ");

        assertThat(webhooks.receive(odd.request(odd.signature()), odd.body()).text("Body"))
                .isEqualTo("  one\ttwo\nthree[31m ");
    }

    @Test
    void theOrderOfFieldsSaysNothing() {
        var form = webhooks.receive(sms.request(sms.signature()), sms.reversed().body());

        assertThat(form.text("MessageSid")).isEqualTo("SM00000000000000000000000000000001");
    }

    @Test
    void fieldsThatNobodyKnowsYetAreSignedAndAllowed() {
        var newer = sms.with("FromLatitude", "30.1", "BodyLanguage", "zh", "msg", "x", "SipHeader_X-Id", "7");

        assertThat(webhooks.receive(newer.request(newer.signature()), newer.body())
                        .text("FromLatitude"))
                .isEqualTo("30.1");
    }

    @Test
    void aBodyWithoutAnyFieldIsAFormToo() {
        var empty = new Webhook("/twilio/voice", List.of());

        assertThat(webhooks.receive(empty.request(empty.signature()), new byte[0])
                        .text("Body"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://help.example.org, https://help.example.org",
        "https://help.example.org, https://help.example.org:443",
        "https://help.example.org:443, https://help.example.org",
        "http://help.example.org, http://help.example.org:80",
        "http://localhost:8080, http://localhost:8080",
        "http://localhost:8080, http://localhost",
    })
    void thePublicAddressCountsWithAndWithoutItsPort(String configured, String signed) {
        var service = webhooks(configured, Webhook.ACCOUNT, Webhook.TOKEN);
        String signature = Signature.of(Webhook.TOKEN, signed + sms.path(), sms.fields());

        assertThat(service.receive(sms.request(signature), sms.body()).text("Body"))
                .isNotEmpty();
    }

    @Test
    void pathAndQueryCountExactlyAsTheyWereSent() {
        var callback = sms.at("/twilio/status/message?message=%e4%bd%A0+b&a=1");

        assertThat(webhooks.receive(callback.request(callback.signature()), callback.body())
                        .text("Body"))
                .isNotEmpty();
        refused(HttpStatus.FORBIDDEN, sms.at("/twilio/status/message?a=1&message=%e4%bd%A0+b"), callback.signature());
        refused(HttpStatus.FORBIDDEN, sms.at("/twilio/status/message?message=%E4%BD%A0+b&a=1"), callback.signature());
    }

    @Test
    void aRequestWithoutASignatureIsRefusedWhateverItHolds() {
        var request = MockServerHttpRequest.post("/twilio/sms")
                .contentType(MediaType.APPLICATION_JSON)
                .build();

        refused(HttpStatus.FORBIDDEN, webhooks, request, "{}".getBytes(UTF_8));
        refused(
                HttpStatus.FORBIDDEN,
                webhooks,
                MockServerHttpRequest.post("/twilio/sms").build(),
                sms.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "签名"})
    void aForgedSignatureIsRefused(String signature) {
        refused(HttpStatus.FORBIDDEN, sms, signature);
        refused(HttpStatus.FORBIDDEN, sms, sms.signature().substring(1));
        refused(HttpStatus.FORBIDDEN, sms, sms.signature() + "=");
    }

    @Test
    void aSignatureForAnotherAddressIsRefused() {
        refused(
                HttpStatus.FORBIDDEN,
                sms,
                Signature.of(Webhook.TOKEN, "https://evil.example.org/twilio/sms", sms.fields()));
        refused(
                HttpStatus.FORBIDDEN,
                sms,
                Signature.of(Webhook.TOKEN, "http://10.0.0.5:8080/twilio/sms", sms.fields()));
        refused(
                HttpStatus.FORBIDDEN,
                sms,
                Signature.of(Webhook.TOKEN, "http://help.example.org/twilio/sms", sms.fields()));
        refused(HttpStatus.FORBIDDEN, sms.at("/twilio/voice"), sms.signature());
    }

    @Test
    void aSignatureOverFieldsInAnotherOrderIsRefused() {
        String unsorted = sms.fields().stream()
                .map(field -> field.name() + field.value())
                .collect(Collectors.joining("", Webhook.URL + sms.path(), ""));

        refused(HttpStatus.FORBIDDEN, sms, Signature.of(Webhook.TOKEN, unsorted, List.of()));
    }

    @Test
    void aChangedAddedRepeatedOrMissingFieldIsRefused() {
        refused(HttpStatus.FORBIDDEN, sms.without("Body").with("Body", "别的话"), sms.signature());
        refused(HttpStatus.FORBIDDEN, sms.with("Extra", "1"), sms.signature());
        refused(HttpStatus.FORBIDDEN, sms.with("NumMedia", "0"), sms.signature());
        refused(HttpStatus.FORBIDDEN, sms.with("NumMedia", ""), sms.signature());
        refused(HttpStatus.FORBIDDEN, sms.without("ApiVersion"), sms.signature());
        refused(
                HttpStatus.FORBIDDEN,
                sms.without("Body").with("Body", sms.fields().get(5).value().strip() + " "),
                sms.signature());
    }

    @Test
    void fieldsSignedTwiceCountInTheOrderOfTheirValuesUnlessTheServiceReadsThem() {
        var twice = sms.with("MediaTag", "b", "MediaTag", "a");

        assertThat(webhooks.receive(twice.reversed().request(twice.signature()), twice.body())
                        .text("Body"))
                .isNotEmpty();
        var twoSenders = sms.with("From", "+12025550199");
        refused(HttpStatus.FORBIDDEN, twoSenders, twoSenders.signature());
    }

    @ParameterizedTest
    @CsvSource({
        "Body, hello, Bodyh, ello",
        "Body, hello, Bod, yhello",
        "Body, hello, BodyHELLO, ''",
        "From, +8613800138000, From+, 8613800138000",
        "From, +8613800138000, Fro, m+8613800138000",
        "MessageSid, SM00000000000000000000000000000001, MessageSidS, M00000000000000000000000000000001",
        "AccountSid, " + Webhook.ACCOUNT + ", AccountSidA, C0123456789abcdef0123456789abcdef",
    })
    void aFormWhoseCutsWereMovedIsRefusedThoughItsSignatureHolds(String name, String value, String cut, String rest) {
        var whole = sms.without(name).with(name, cut.equals("BodyHELLO") ? "HELLO" : value);
        var moved = sms.without(name).with(cut, rest);

        assertThat(moved.signature()).isEqualTo(whole.signature());
        assertThat(webhooks.receive(whole.request(whole.signature()), whole.body())
                        .text(name))
                .isNotEmpty();
        refused(HttpStatus.FORBIDDEN, moved, whole.signature());
    }

    @Test
    void anotherTokenOrNoneAtAllLetsNobodyIn() {
        refused(HttpStatus.FORBIDDEN, webhooks(Webhook.ACCOUNT, new Secret("another token")), sms);
        refused(HttpStatus.FORBIDDEN, webhooks("", new Secret("")), sms);
        refused(
                HttpStatus.FORBIDDEN,
                webhooks("", new Secret("")),
                sms.request(Signature.of(new Secret("\0"), Webhook.URL + sms.path(), sms.fields())),
                sms.body());
    }

    @Test
    void theTokenAloneLetsSignedWebhooksOfAnyAccountIn() {
        var form = webhooks("", Webhook.TOKEN).receive(sms.request(sms.signature()), sms.body());

        assertThat(form.text("AccountSid")).isEqualTo(Webhook.ACCOUNT);
    }

    @Test
    void anAccountSpeaksOnlyForItself() {
        var foreign = sms.without("AccountSid").with("AccountSid", OTHER_ACCOUNT);

        refused(HttpStatus.FORBIDDEN, foreign, foreign.signature());
    }

    @Test
    void everyKnownAccountIsLetInWithItsOwnToken() {
        var beans = new StaticListableBeanFactory();
        beans.addBean(
                "simulator",
                new TwilioAccount(
                        OTHER_ACCOUNT,
                        new Secret("other"),
                        () -> URI.create(Webhook.URL),
                        new PhoneNumber("+12025550100")));
        var both = new TwilioWebhooks(
                new TwilioAccounts(
                        settings(Webhook.ACCOUNT, Webhook.TOKEN), beans.getBeanProvider(TwilioAccount.class)),
                new PublicAddress(URI.create(Webhook.URL)));
        var other = sms.without("AccountSid").with("AccountSid", OTHER_ACCOUNT);

        assertThat(both.receive(sms.request(sms.signature()), sms.body()).text("Body"))
                .isNotEmpty();
        assertThat(both.receive(
                                other.request(
                                        Signature.of(new Secret("other"), Webhook.URL + sms.path(), other.fields())),
                                other.body())
                        .text("Body"))
                .isNotEmpty();
        refused(HttpStatus.FORBIDDEN, both, other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Body=%",
                "Body=%4",
                "Body=%G1",
                "Body=%-1",
                "Body=%FF",
                "Body=%ED%A0%80",
                "Body=%C0%80",
                "%E4%BD=1"
            })
    void whatIsNotUtf8OrBadlyEscapedIsNotRead(String body) {
        refused(HttpStatus.BAD_REQUEST, webhooks, sms.request("any"), body.getBytes(UTF_8));
    }

    @Test
    void rawBytesThatAreNotUtf8AreNotRead() {
        refused(HttpStatus.BAD_REQUEST, webhooks, sms.request("any"), new byte[] {'B', '=', (byte) 0xC4, (byte) 0xE3});
    }

    @Test
    void onlyFormsAreRead() {
        for (String type : List.of("application/json", "text/plain", "multipart/form-data; boundary=x", "nonsense")) {
            var request = MockServerHttpRequest.post("/twilio/sms")
                    .header("Content-Type", type)
                    .header(TwilioWebhooks.SIGNATURE, sms.signature())
                    .build();
            refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, webhooks, request, sms.body());
        }
    }

    @Test
    void theSdkComesToTheSameVerdict() {
        var random = new Random(7);
        var validator = new RequestValidator(Webhook.TOKEN.value());
        for (int round = 0; round < 2_000; round++) {
            Map<String, String> fields = new TreeMap<>();
            IntStream.range(0, random.nextInt(8)).forEach(at -> fields.put(word(random), word(random)));
            var webhook = new Webhook(
                    "/twilio/voice?step=" + random.nextInt(),
                    fields.entrySet().stream()
                            .map(field -> new Field(field.getKey(), field.getValue()))
                            .toList());
            assertThat(validator.validate(Webhook.URL + webhook.path(), fields, webhook.signature()))
                    .isTrue();
            boolean changed = random.nextBoolean();
            var sent = changed ? webhook.with("Zz", "1") : webhook;
            var request = sent.request(webhook.signature());
            if (changed) {
                refused(HttpStatus.FORBIDDEN, webhooks, request, sent.body());
            } else {
                assertThat(webhooks.receive(request, sent.body())).isNotNull();
            }
        }
    }

    private static String word(Random random) {
        return List.of("z", "Q", " ", "+", "%", "&", "=", "您好", "😀", "é", "مرحبا", "\n", "\0", "a b").stream()
                .filter(piece -> random.nextInt(3) == 0)
                .collect(Collectors.joining("", "x", String.valueOf(random.nextInt(10))));
    }

    private void refused(HttpStatus status, Webhook webhook, String signature) {
        refused(status, webhooks, webhook.request(signature), webhook.body());
    }

    private static void refused(HttpStatus status, TwilioWebhooks service, Webhook webhook) {
        refused(status, service, webhook.request(webhook.signature()), webhook.body());
    }

    private static void refused(HttpStatus status, TwilioWebhooks service, MockServerHttpRequest request, byte[] body) {
        assertThatExceptionOfType(ResponseStatusException.class)
                .isThrownBy(() -> service.receive(request, body))
                .satisfies(refusal -> assertThat(refusal.getStatusCode()).isEqualTo(status))
                .satisfies(refusal -> assertThat(refusal.getReason()).isNull());
    }

    private static TwilioWebhooks webhooks(String sid, Secret token) {
        return webhooks(Webhook.URL, sid, token);
    }

    private static TwilioWebhooks webhooks(String publicUrl, String sid, Secret token) {
        var accounts = new TwilioAccounts(
                settings(sid, token), new StaticListableBeanFactory().getBeanProvider(TwilioAccount.class));
        return new TwilioWebhooks(accounts, new PublicAddress(URI.create(publicUrl)));
    }

    private static TwilioSettings settings(String sid, Secret token) {
        return new TwilioSettings(sid, token, URI.create("https://api.twilio.com"), "");
    }
}
