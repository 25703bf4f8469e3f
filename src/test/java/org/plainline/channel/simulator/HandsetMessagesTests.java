package org.plainline.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class HandsetMessagesTests extends HandsetTest {
    @Autowired
    private SimulatedMessages messages;

    private final String number = newNumber();

    private ResponseSpec send(String from, String body) {
        return http().post()
                .uri("/phone/messages")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("from", from, "body", body))
                .exchange();
    }

    private BodyContentSpec thread() {
        return http().get()
                .uri("/phone/messages?number={number}", number)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    @Test
    void bringsATextToTheServiceAndItsAnswerIntoTheThread() {
        send(number, "低保怎么申请？")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.trace[0].parameters.Body")
                .isEqualTo("低保怎么申请？")
                .jsonPath("$.trace[0].parameters.NumSegments")
                .isEqualTo("1")
                .jsonPath("$.thread[0].direction")
                .isEqualTo("to-service")
                .jsonPath("$.thread[1].direction")
                .isEqualTo("to-handset")
                .jsonPath("$.thread[1].body")
                .isEqualTo("明白线：收到“低保怎么申请？”。回复 1 找人帮忙。");
        thread().jsonPath("$.length()").isEqualTo(2);
    }

    @Test
    void keepsTheThreadsOfHandsetsApart() {
        send(newNumber(), "someone else's question").expectStatus().isOk();
        thread().json("[]");
    }

    @Test
    void keepsTheNewestTwoHundredMessagesOfAHandset() {
        for (int count = 0; count < SimulatedMessages.MOST + 5; count++) {
            messages.add(number, SimulatedMessage.Direction.TO_SERVICE, "message " + count, "SM" + number + count);
        }
        assertThat(messages.thread(number))
                .hasSize(SimulatedMessages.MOST)
                .first()
                .extracting(SimulatedMessage::body)
                .isEqualTo("message 5");
    }

    @Test
    void letsTwilioAnswerItsOwnKeywords() {
        send(number, "stop ")
                .expectBody()
                .jsonPath("$.trace[0].parameters.Body")
                .isEqualTo("stop ")
                .jsonPath("$.thread[1].body")
                .isEqualTo("You have successfully been unsubscribed. You will not receive any more messages from this"
                        + " number. Reply START to resubscribe.");
        send(number, "请问")
                .expectBody()
                .jsonPath("$.thread.length()")
                .isEqualTo(3)
                .jsonPath("$.trace[0].notes[0]")
                .isEqualTo("21610 Attempt to send to unsubscribed recipient");
        send(number, "START").expectBody().jsonPath("$.thread.length()").isEqualTo(6);
    }

    @Test
    void leavesLongerMessagesWithAKeywordAlone() {
        send(number, "stop please").expectBody().jsonPath("$.thread.length()").isEqualTo(2);
        send(number, "问吧").expectBody().jsonPath("$.thread.length()").isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void refusesAMessageWithoutText(String body) {
        send(number, body).expectStatus().isBadRequest();
    }

    @Test
    void refusesAMessageThatIsTooLongOrFromNowhere() {
        send(number, "长".repeat(1601)).expectStatus().isBadRequest();
        send("nowhere", "hello").expectStatus().isBadRequest();
        http().get()
                .uri("/phone/messages?number=nowhere")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    @Timeout(20)
    void tellsThePageOfANewMessageAsItComes() throws Exception {
        String stream = address() + "/phone/events?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
        try (var events = new BufferedReader(
                new InputStreamReader(URI.create(stream).toURL().openStream(), StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).startsWith(":");
            messages.add(
                    number, SimulatedMessage.Direction.TO_HANDSET, "明天上午给您打电话", "SM" + System.identityHashCode(this));
            String line = events.readLine();
            while (line != null && !line.startsWith("data:")) {
                line = events.readLine();
            }
            assertThat(line).contains("\"body\":\"明天上午给您打电话\"").doesNotContain(number);
        }
    }
}
