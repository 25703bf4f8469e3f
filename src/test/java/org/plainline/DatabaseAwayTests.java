package org.plainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database dies under the running service. */
class DatabaseAwayTests {
    @TempDir
    private Path folder;

    @Test
    void policyAndCrisisAreAnsweredAndNobodyHearsAnErrorOrAPromise() throws Exception {
        try (var service = ServiceProcess.start(folder)) {
            var twilio = new TwilioClient(service.address());
            kill(server());

            assertThat(text(twilio, "低保怎么申请")).contains("低保", "审核决定");
            assertThat(text(twilio, "我不想活了")).contains("12356");
            assertThat(text(twilio, "我要找真人")).contains("出了故障", "Sorry").doesNotContain("编号");
            assertThat(call(twilio)).contains("出了故障", "Sorry", "<Hangup");
        }
    }

    private static String text(TwilioClient twilio, String body) throws Exception {
        var answer = twilio.post("/twilio/sms", ServiceTest.text("SM" + body.hashCode(), "+8613800138000", body));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String call(TwilioClient twilio) throws Exception {
        Map<String, String> form = new HashMap<>();
        form.put("CallSid", "CA00000000000000000000000000000001");
        form.put("From", "+8613800138000");
        form.put("To", "+15005550006");
        var answer = twilio.post("/twilio/voice", form);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** The database server of this folder, by the file that it keeps its process in. */
    private ProcessHandle server() throws Exception {
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
