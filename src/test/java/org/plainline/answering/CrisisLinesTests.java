package org.plainline.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainline.resident.FileRefused;

class CrisisLinesTests {
    private static final Path APPROVED = Path.of("knowledge-base/crisis.yaml");
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 28);

    @TempDir
    private Path folder;

    @Test
    void areReadWhileTheyAreApproved() {
        CrisisLines lines = CrisisLines.read(APPROVED, NOVEMBER);

        assertThat(lines.given(Danger.FIRE).getFirst().number()).isEqualTo("119");
    }

    @Test
    void areRefusedWhenTheFileIsMissing() {
        assertRefused(folder.resolve("crisis.yaml"), NOVEMBER, "is missing, empty or not readable");
    }

    @Test
    void areRefusedWhenTheFileIsEmpty() throws IOException {
        assertRefused(file(""), NOVEMBER, "is missing, empty or not readable");
    }

    @Test
    void areRefusedWhenTheFileIsNotYaml() throws IOException {
        assertRefused(file("lines: [120"), NOVEMBER, "cannot be read");
    }

    @Test
    void areRefusedWhenThereAreDatesOnly() throws IOException {
        assertRefused(file("reviewed-on: 2026-11-01\nexpires-on: 2027-11-01\n"), NOVEMBER, "cannot be read");
    }

    @Test
    void areRefusedWhenADangerHasNone() throws IOException {
        String approved = Files.readString(APPROVED);

        assertRefused(file(approved.replaceFirst("\n  fire:.*", "")), NOVEMBER, "No crisis line for fire");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n  fire:\n", "\n  fire: [~]\n", "\n  fire: []\n"})
    void areRefusedWhenADangerIsLeftEmpty(String left) throws IOException {
        String approved = Files.readString(APPROVED);

        assertRefused(file(approved.replaceFirst("\n  fire:.*\n", left)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "--- \n", "lines: [~]\n", "just words"})
    void areRefusedWhenThereIsNothingToGive(String text) throws IOException {
        assertRefused(file(text));
    }

    @Test
    void areRefusedWhenANumberIsNotDescribed() throws IOException {
        String approved = Files.readString(APPROVED);

        assertRefused(file(approved.replace("fire: [", "fire: [\"911\", ")), NOVEMBER, "No crisis line for fire");
    }

    @Test
    void areRefusedWhenTheyHaveExpired() {
        assertRefused(APPROVED, LocalDate.of(2036, 1, 1), "expired on");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("crisis.yaml"), text);
    }

    private static void assertRefused(Path file) {
        assertRefused(file, NOVEMBER, file.toString());
    }

    private static void assertRefused(Path file, LocalDate today, String why) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> CrisisLines.read(file, today))
                .withMessageContaining(file.toAbsolutePath().toString())
                .withMessageContaining(why);
    }
}
