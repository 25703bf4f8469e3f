package org.plainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What an editor sees in the terminal. */
class CheckCommandTests {
    private static final Path SAMPLE = Path.of("src/test/resources/knowledge-base-sample");

    @TempDir
    private Path folder;

    private final Properties before = new Properties();

    @BeforeEach
    void copyTheSample() throws IOException {
        before.putAll(System.getProperties());
        System.setProperty("plainline.knowledge-base", folder.toString());
        try (var files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SAMPLE.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.copy(Path.of("knowledge-base/crisis.yaml"), folder.resolve("crisis.yaml"));
    }

    @AfterEach
    void putTheSettingsBack() {
        System.setProperties(before);
    }

    @Test
    void aGoodFolderEndsWithNoErrorsAndExitsWithZero() {
        Printed printed = check();

        assertThat(printed.text()).contains("0 errors, ");
        assertThat(printed.exit()).isZero();
    }

    @Test
    void eachFindingIsALineThatAnEditorCanJumpToAndTheExitIsOne() throws IOException {
        Path article = folder.resolve("winter-coal/en.md");
        Files.writeString(article, Files.readString(article).replace("need: cash", "need: coal"));
        Files.writeString(folder.resolve("crisis.yaml"), "reviewed-on: yesterday");

        Printed printed = check();

        assertThat(printed.text().lines())
                .anyMatch(line -> line.startsWith(article + ":3: need: Unknown need 'coal'"))
                .anyMatch(line -> line.startsWith(folder.resolve("crisis.yaml") + ":1: crisis-lines: "))
                .last()
                .asString()
                .startsWith("2 errors, ");
        assertThat(printed.exit()).isEqualTo(1);
    }

    private record Printed(int exit, String text) {}

    private static Printed check() {
        PrintStream terminal = System.out;
        var captured = new ByteArrayOutputStream();
        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            int exit = new CommandLine(new Plainline(), new Commands()).execute("check");
            return new Printed(exit, captured.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(terminal);
        }
    }
}
