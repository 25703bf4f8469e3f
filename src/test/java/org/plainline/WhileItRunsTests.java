package org.plainline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What changes on disk under the running service, and what goes away. */
@Order(ServiceTest.IN_PROCESSES_OF_THEIR_OWN)
class WhileItRunsTests {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static Path knowledgeBase;
    private static ServiceProcess service;
    private static TwilioClient twilio;
    private static int texts;

    @BeforeAll
    static void start() throws Exception {
        knowledgeBase = folder.resolve("knowledge-base");
        FileSystemUtils.copyRecursively(Path.of("knowledge-base"), knowledgeBase);
        service = ServiceProcess.start(
                folder.resolve("data"),
                "--plainline.knowledge-base=" + knowledgeBase,
                "--plainline.limits.enabled=false");
        twilio = new TwilioClient(service.address());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aCorrectedArticleIsAnsweredFrom() throws Exception {
        change("minimum-living-allowance/zh.md", "\nquestions:\n", "\nquestions:\n  - 骆驼迷路了找谁\n");

        await().atMost(LONG).untilAsserted(() -> assertThat(text("骆驼迷路了找谁")).contains("低保", "户口"));
    }

    @Test
    void aCorrectedCrisisLineIsGiven() throws Exception {
        assertThat(text("我不想活了")).contains("12356", "每天至少18小时");
        change("crisis.yaml", "每天至少18小时", "每天二十小时");

        await().atMost(LONG).untilAsserted(() -> assertThat(text("我不想活了")).contains("每天二十小时"));
    }

    @Test
    void policyAndCrisisAreAnsweredWithoutADatabaseAndNobodyHearsAnErrorOrAPromise() throws Exception {
        kill(server());

        assertThat(text("低保怎么申请")).contains("低保", "审核决定");
        assertThat(text("我不想活了")).contains("12356");
        assertThat(text("我要找真人")).contains("出了故障", "Sorry").doesNotContain("编号");
        assertThat(call()).contains("出了故障", "Sorry", "<Hangup");
    }

    private static void change(String file, String from, String to) throws Exception {
        Path changed = knowledgeBase.resolve(file);
        String before = Files.readString(changed);
        assertThat(before).contains(from);
        Files.writeString(changed, before.replace(from, to));
    }

    private static String text(String body) throws Exception {
        var answer = twilio.post("/twilio/sms", ServiceTest.text("SM" + ++texts, "+8613800138000", body));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String call() throws Exception {
        Map<String, String> form = new HashMap<>();
        form.put("CallSid", "CA00000000000000000000000000000001");
        form.put("From", "+8613800138000");
        form.put("To", "+15005550006");
        var answer = twilio.post("/twilio/voice", form);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** The database server of this folder, by the file that it keeps its process in. */
    private static ProcessHandle server() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            Path file = files.filter(path -> path.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            return ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    .orElseThrow();
        }
    }

    private static void kill(ProcessHandle server) {
        Stream.concat(server.descendants(), Stream.of(server)).toList().forEach(ProcessHandle::destroyForcibly);
        server.onExit().join();
    }
}
