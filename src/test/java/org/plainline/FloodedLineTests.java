package org.plainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody, or a machine, texts and calls far too often. */
@Order(ServiceTest.IN_PROCESSES_OF_THEIR_OWN)
class FloodedLineTests {
    private static final String LOUD = "+8613800138000";
    private static final String OTHER = "+8613800138001";
    private static final String CALLER = "+8613800138002";

    @TempDir
    private static Path folder;

    private static ServiceProcess service;
    private static TwilioClient twilio;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceProcess.start(folder, "--server.forward-headers-strategy=native");
        twilio = new TwilioClient(service.address());
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void aFloodIsToldOnceAndThenNothingButCrisisAndHelpAlwaysGetThrough() {
        int answered = 0;
        int told = 0;
        for (int i = 0; i < 60; i++) {
            String said = text(LOUD, "低保怎么申请");
            told += said.contains("您发得太快了") ? 1 : 0;
            answered += said.contains("据社会救助法") ? 1 : 0;
        }
        assertThat(answered).isBetween(30, 40);
        assertThat(told).isEqualTo(1);

        assertThat(text(LOUD, "我不想活了")).contains("12356");
        assertThat(text(LOUD, "0")).contains("哪个乡镇");
        assertThat(text(LOUD, "柳河镇")).contains("什么时候");
        assertThat(text(LOUD, "2")).containsPattern("编号\\d{6}");
        assertThat(text(OTHER, "低保怎么申请")).contains("审核决定");
    }

    @Test
    void tooManyCallsAreToldTheNumbersThatMatterAndStillReachAPerson() {
        for (int i = 0; i < 30; i++) {
            assertThat(call("/twilio/voice", "CA" + i, Map.of())).contains("这里是明白线");
        }
        String limited = call("/twilio/voice", "CA30", Map.of());
        assertThat(limited).contains("次数太多", "1 1 0", "press zero").doesNotContain("这里是明白线");

        assertThat(call("/twilio/voice/0", "CA30", Map.of())).doesNotContain("<Say", "<Gather");
        assertThat(call("/twilio/voice/0", "CA30", Map.of("Digits", "0")))
                .contains("哪个乡镇")
                .contains("/twilio/voice/2");
        assertThat(call("/twilio/voice/2", "CA30", Map.of("SpeechResult", "柳河镇")))
                .contains("<Gather");
    }

    @Test
    void behindAProxyTheFloodIsTheResidentsAndNotTheProxys() throws Exception {
        int last = 200;
        for (int i = 0; i < 400 && last == 200; i++) {
            last = ask("203.0.113.7");
        }
        assertThat(last).isEqualTo(429);
        assertThat(ask("203.0.113.8")).isEqualTo(200);
    }

    private static int ask(String forwardedFor) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(service.address() + "/api/answers"))
                                    .header("Content-Type", "application/json")
                                    .header("X-Forwarded-For", forwardedFor)
                                    .POST(BodyPublishers.ofString("{\"text\": \"低保怎么申请\"}"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String text(String from, String body) {
        String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
        var answer = twilio.post("/twilio/sms", ServiceTest.text(sid, from, body));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String call(String path, String sid, Map<String, String> heard) {
        Map<String, String> form = new HashMap<>(heard);
        form.put("CallSid", sid);
        form.put("From", CALLER);
        form.put("To", "+15005550006");
        var answer = twilio.post(path, form);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
