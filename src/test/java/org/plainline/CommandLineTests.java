package org.plainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who mistypes something in the terminal is told what, in a line. */
class CommandLineTests {
    private record Ended(int exit, String told) {}

    @ParameterizedTest
    @CsvSource({
        "ask --language fr help, Language must be zh or en",
        "call --url ftp://localhost, ftp",
        "evaluate no-such-folder --language zh, no-such-folder",
        "connect, --number",
        "aks help, aks"
    })
    void aMistakeIsSaidInOneLineAndExitsWithTwo(String arguments, String told) throws Exception {
        Ended ended = run(List.of(arguments.split(" ")), Map.of());

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.told()).contains(told).doesNotContain("\tat ");
    }

    @Test
    void whatKeepsAnAnswerFromBeingGivenIsSaidWithItsRemedy(@TempDir Path elsewhere) throws Exception {
        Ended ended = run(List.of("ask", "help"), Map.of("PLAINLINE_KNOWLEDGE_BASE", elsewhere.toString()));

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.told())
                .contains(elsewhere.toString(), "PLAINLINE_KNOWLEDGE_BASE=")
                .doesNotContain("\tat ");
    }

    private static Ended run(List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.plainline.Plainline"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), told);
    }
}
