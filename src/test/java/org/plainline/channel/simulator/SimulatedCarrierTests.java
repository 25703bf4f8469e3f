package org.plainline.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainline.channel.twilio.TwilioAccount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class SimulatedCarrierTests extends HandsetTest {
    @Autowired
    private TwilioAccount account;

    @Autowired
    private SimulatedMessages messages;

    private final String number = newNumber();

    private ResponseSpec create(String sid, String token, Map<String, String> form) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.setAll(form);
        return http().post()
                .uri(account.apiBase().get() + "/2010-04-01/Accounts/" + sid + "/Messages.json")
                .headers(headers -> headers.setBasicAuth(account.sid(), token))
                .bodyValue(fields)
                .exchange();
    }

    private BodyContentSpec refused(int status, Map<String, String> form) {
        return create(account.sid(), account.token().value(), form)
                .expectStatus()
                .isEqualTo(status)
                .expectBody();
    }

    private Map<String, String> message() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("To", number);
        form.put("From", "+15005550006");
        form.put("Body", "明天上午给您打电话。");
        return form;
    }

    @Test
    void makesUpAnAccountInTwiliosForm() {
        assertThat(account.sid()).matches("AC[0-9a-f]{32}");
        assertThat(account.token().value()).matches("[0-9a-f]{32}");
        assertThat(account.apiBase().get()).hasToString(address() + "/phone/carrier");
    }

    @Test
    void takesAMessageAndKeepsItForTheHandset() {
        create(account.sid(), account.token().value(), message())
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.sid")
                .value(sid -> assertThat(sid.toString()).matches("SM[0-9a-f]{32}"))
                .jsonPath("$.status")
                .isEqualTo("queued")
                .jsonPath("$.direction")
                .isEqualTo("outbound-api")
                .jsonPath("$.to")
                .isEqualTo(number)
                .jsonPath("$.num_segments")
                .isEqualTo("1")
                .jsonPath("$.date_created")
                .value(date -> assertThat(date.toString()).matches("\\w{3}, \\d{2} \\w{3} \\d{4} [0-9:]{8} \\+0000"))
                .jsonPath("$.error_code")
                .isEmpty()
                .jsonPath("$.uri")
                .value(uri -> assertThat(uri.toString()).startsWith("/2010-04-01/Accounts/" + account.sid()));
        assertThat(messages.thread(number))
                .singleElement()
                .extracting(SimulatedMessage::body)
                .isEqualTo("明天上午给您打电话。");
    }

    @Test
    void reportsSentAndThenDelivered() throws Exception {
        Map<String, String> form = message();
        form.put("StatusCallback", FakeService.PUBLIC + "/twilio/status/message");
        create(account.sid(), account.token().value(), form).expectStatus().isCreated();
        String sid = messages.thread(number).getFirst().sid();
        assertThat(service().nextMessageStatus(sid)).containsEntry("MessageStatus", "sent");
        assertThat(service().nextMessageStatus(sid))
                .containsEntry("MessageStatus", "delivered")
                .containsEntry("To", number)
                .hasEntrySatisfying("RawDlrDoneDate", done -> assertThat(done).matches("\\d{10}"));
    }

    @ParameterizedTest
    @CsvSource({
        "To, '', 21604",
        "To, 12025550143, 21211",
        "To, +86, 21211",
        "From, '', 21603",
        "From, +12025550100, 21606",
        "Body, '', 21602"
    })
    void refusesInTwiliosNumbers(String field, String value, int code) {
        Map<String, String> form = message();
        form.put(field, value);
        refused(400, form)
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.status")
                .isEqualTo(400)
                .jsonPath("$.more_info")
                .isEqualTo("https://www.twilio.com/docs/errors/" + code);
        form.remove(field);
        if (value.isEmpty()) {
            refused(400, form).jsonPath("$.code").isEqualTo(code);
        }
        assertThat(messages.thread(number)).isEmpty();
    }

    @Test
    void refusesABodyThatIsTooLong() {
        Map<String, String> form = message();
        form.put("Body", "长".repeat(1601));
        refused(400, form).jsonPath("$.code").isEqualTo(21617);
    }

    @Test
    void refusesWhoeverDoesNotHaveTheToken() {
        create(account.sid(), "wrong", message()).expectStatus().isUnauthorized();
        create("AC00000000000000000000000000000000", account.token().value(), message())
                .expectStatus()
                .isUnauthorized();
        http().post()
                .uri("/phone/carrier/2010-04-01/Accounts/" + account.sid() + "/Messages.json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .bodyValue("To=1")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(20003);
    }

    @Test
    void takesNothingForAHandsetThatSentStopUntilItSendsStart(@Autowired SimulatedTexts texts) {
        texts.send(number, "STOP");
        refused(400, message()).jsonPath("$.code").isEqualTo(21610);
        texts.send(number, "UNSTOP");
        create(account.sid(), account.token().value(), message()).expectStatus().isCreated();
    }
}
