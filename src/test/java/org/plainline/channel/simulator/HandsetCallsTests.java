package org.plainline.channel.simulator;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

class HandsetCallsTests extends HandsetTest {
    private ResponseSpec post(String path, Map<String, String> body) {
        return http().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private BodyContentSpec step(String path, Map<String, String> body) {
        return post(path, body).expectStatus().isOk().expectBody();
    }

    private String call() {
        byte[] placed = step("/phone/calls", Map.of("from", "+12025550143"))
                .returnResult()
                .getResponseBodyContent();
        return "/phone/calls/" + JsonMapper.shared().readTree(placed).path("id").asString("");
    }

    @Test
    void tellsThePageWhatIsHeardAndWhatIsAwaited() {
        step("/phone/calls", Map.of("from", "+1 202 555 0143"))
                .jsonPath("$.heard[0].kind")
                .isEqualTo("say")
                .jsonPath("$.heard[0].text")
                .isEqualTo("您好，这里是明白线。您想问什么？请直接说。")
                .jsonPath("$.heard[0].language")
                .isEqualTo("cmn-CN")
                .jsonPath("$.heard[1].kind")
                .isEqualTo("pause")
                .jsonPath("$.waiting.speech")
                .isEqualTo(true)
                .jsonPath("$.waiting.seconds")
                .isEqualTo(8)
                .jsonPath("$.trace[0].parameters.From")
                .isEqualTo("+12025550143")
                .jsonPath("$.trace[0].status")
                .isEqualTo(200);
    }

    @Test
    void speaksPressesAndStaysSilent() {
        String call = call();
        step(call + "/speech", Map.of("text", "低保怎么申请"))
                .jsonPath("$.trace[0].parameters.SpeechResult")
                .isEqualTo("低保怎么申请")
                .jsonPath("$.heard[1].slow")
                .isEqualTo(true);
        step(call + "/keys", Map.of("keys", "#"))
                .jsonPath("$.trace[0].parameters.Digits")
                .isEqualTo("#");
        step(call + "/silence", Map.of()).jsonPath("$.heard[0].text").isEqualTo("没有听到。");
    }

    @Test
    void isOverWhenEitherSideHangsUp() {
        String call = call();
        step(call + "/hangup", Map.of())
                .jsonPath("$.waiting")
                .isEmpty()
                .jsonPath("$.trace[0].parameters.CallStatus")
                .isEqualTo("completed");
        post(call + "/keys", Map.of("keys", "1")).expectStatus().isNotFound();
        String other = call();
        step(other + "/keys", Map.of("keys", "9"))
                .jsonPath("$.heard[0].text")
                .isEqualTo("再见。")
                .jsonPath("$.waiting")
                .isEmpty();
        post(other + "/speech", Map.of("text", "喂")).expectStatus().isNotFound();
    }

    @Test
    void callsWithAWithheldNumber() {
        step("/phone/calls", Map.of("from", "anonymous"))
                .jsonPath("$.trace[0].parameters.From")
                .isEqualTo("anonymous")
                .jsonPath("$.trace[0].parameters.FromCountry")
                .isEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "not a number", "<script>"})
    void refusesANumberThatNoPhoneHasWithoutRepeatingIt(String from) {
        post("/phone/calls", Map.of("from", from))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("Give your number in international form, such as +12025550143");
    }

    @Test
    void refusesKeysThatNoPhoneHasAndSpeechesWithoutEnd() {
        String call = call();
        post(call + "/keys", Map.of("keys", "12A")).expectStatus().isBadRequest();
        post(call + "/keys", Map.of()).expectStatus().isBadRequest();
        post(call + "/speech", Map.of("text", " ")).expectStatus().isBadRequest();
        post(call + "/speech", Map.of("text", "长".repeat(1001))).expectStatus().isBadRequest();
        post("/phone/calls/CA0/hangup", Map.of()).expectStatus().isNotFound();
    }

    @Test
    void takesNothingThatAForeignPageCouldPostUnasked() {
        for (String type : new String[] {"application/x-www-form-urlencoded", "text/plain", "multipart/form-data"}) {
            http().post()
                    .uri("/phone/calls")
                    .header("Content-Type", type)
                    .bodyValue("{\"from\":\"+12025550143\"}")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(415);
        }
        http().post().uri(call() + "/hangup").exchange().expectStatus().isEqualTo(415);
    }
}
