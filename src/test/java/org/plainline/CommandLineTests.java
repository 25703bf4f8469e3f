package org.plainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
        Ended ended = run(List.of(arguments.split(" ")));

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.told()).contains(told).doesNotContain("\tat ");
    }

    private static Ended run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.plainline.Plainline"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), told);
    }
}
