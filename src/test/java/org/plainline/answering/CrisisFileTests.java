package org.plainline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CrisisFileTests {
    private static final Status OUTDATED = new Status("OUTDATED");
    private static final ZoneId OFFICES = ZoneId.of("Asia/Shanghai");

    @TempDir
    private Path folder;

    private Path file;
    private CrisisFile crisis;

    @BeforeEach
    void open() throws IOException {
        file = Files.copy(Path.of("knowledge-base/crisis.yaml"), folder.resolve("crisis.yaml"));
        crisis = new CrisisFile(file, on("2026-11-28T04:00:00Z"));
    }

    private static Clock on(String instant) {
        return Clock.fixed(Instant.parse(instant), OFFICES);
    }

    private void change(String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from, to));
        crisis.look();
    }

    private String first(Danger danger) {
        return crisis.lines().given(danger).getFirst().number();
    }

    private static Status health(CrisisFile crisis) {
        return new CrisisHealthIndicator(crisis).health().getStatus();
    }

    @Test
    void givesACorrectedNumberWithoutARestart() throws IOException {
        change("self-harm: [\"12356\", \"120\"]", "self-harm: [\"120\", \"12356\"]");

        assertThat(first(Danger.SELF_HARM)).isEqualTo("120");
    }

    @Test
    void keepsTheLastGoodNumbersOfAFileThatCannotBeUsedAndSaysSoOnce(CapturedOutput log) throws IOException {
        change("fire: [\"119\"", "fire: [\"911\"");
        crisis.look();

        assertThat(first(Danger.FIRE)).isEqualTo("119");
        assertThat(log).containsOnlyOnce("The last good crisis lines stay. No crisis line for fire in " + file);
        assertThat(health(crisis)).isEqualTo(OUTDATED);

        change("fire: [\"911\"", "fire: [\"119\"");

        assertThat(health(crisis)).isEqualTo(Status.UP);
    }

    @Test
    void keepsTheLastGoodNumbersWhileTheFileIsAway() throws IOException {
        String written = Files.readString(file);
        Files.delete(file);
        crisis.look();
        assertThat(first(Danger.FIRE)).isEqualTo("119");

        Files.writeString(file, written.replace("fire: [\"119\", \"120\"", "fire: [\"120\", \"119\""));
        crisis.look();

        assertThat(first(Danger.FIRE)).isEqualTo("120");
    }

    @Test
    void isHealthyUntilTheReviewIsDue() throws IOException {
        String reviewed = "reviewed-on: " + crisis.lines().reviewedOn();
        Files.writeString(file, Files.readString(file).replace(reviewed, "reviewed-on: 2026-11-01"));

        assertThat(health(new CrisisFile(file, on("2027-01-30T04:00:00Z")))).isEqualTo(Status.UP);
        assertThat(health(new CrisisFile(file, on("2027-01-31T04:00:00Z")))).isEqualTo(OUTDATED);
    }
}
