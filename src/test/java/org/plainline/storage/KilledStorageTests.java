package org.plainline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class KilledStorageTests {
    private static final Duration PROMISED = Duration.ofSeconds(15);

    @TempDir
    static Path data;

    @BeforeAll
    static void createTheDatabase() throws IOException {
        RunningStorage.in(data).close();
    }

    @AfterEach
    void stopWhatItStarted() {
        killServer();
    }

    @Test
    void keepsWhatWasAcknowledgedWhenTheDatabaseOutlivesTheService() throws Exception {
        try (var service = helpLine().afterRequests(50)) {
            service.kill();
            assertThat(RunningStorage.processesIn(data)).isNotEmpty();
            assertAllKept(service.kept());
        }
    }

    @Test
    void keepsWhatWasAcknowledgedWhenTheDatabaseIsKilledToo() throws Exception {
        try (var service = helpLine().afterRequests(50)) {
            killServer();
            service.kill();
            assertAllKept(service.kept());
        }
    }

    @Test
    void keepsWhatWasAcknowledgedWhenThePostmasterIsKilledAlone() throws Exception {
        try (var service = helpLine().afterRequests(50)) {
            long postmaster = Long.parseLong(Files.readAllLines(pidFile()).getFirst());
            ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
            service.kill();
            assertAllKept(service.kept());
        }
    }

    @Test
    void keepsWhatWasAcknowledgedThroughKillsDuringRecovery() throws Exception {
        List<Integer> kept = new ArrayList<>();
        try (var service = helpLine().afterRequests(50)) {
            killServer();
            service.kill();
            kept.addAll(service.kept());
        }
        for (long milliseconds : List.of(500L, 600L, 700L, 800L, 1000L, 1200L)) {
            try (var service = helpLine()) {
                service.process().waitFor(milliseconds, TimeUnit.MILLISECONDS);
                killServer();
                service.kill();
                kept.addAll(service.kept());
            }
        }
        assertAllKept(kept);
    }

    @Test
    void leavesAloneTheProcessThatInheritedThePid() throws Exception {
        var bystander = new ProcessBuilder("sleep", "60").start();
        try (var service = helpLine().afterRequests(50)) {
            killServer();
            service.kill();
            var lines = Files.readAllLines(pidFile());
            lines.set(0, Long.toString(bystander.pid()));
            Files.write(pidFile(), lines);
            assertAllKept(service.kept());
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void comesUpWhenThePidFileIsEmpty() throws Exception {
        Files.writeString(pidFile(), "");
        assertAllKept(List.of());
    }

    /** In the middle of unpacking, of creating the database, of starting it. */
    @ParameterizedTest
    @ValueSource(longs = {700, 2000, 3500})
    void comesUpAfterAKillDuringTheFirstStart(long milliseconds, @TempDir Path empty) throws Exception {
        try (var service = ChildService.start(HelpLine.class, empty.toString())) {
            service.process().waitFor(milliseconds, TimeUnit.MILLISECONDS);
            service.kill();
        }
        try (var storage = RunningStorage.in(empty)) {
            assertThat(storage.ask("select 'ready'")).isEqualTo("ready");
        }
        assertThat(empty.resolve("postgresql")).isDirectoryNotContaining("glob:**/draft-*");
    }

    private static ChildService helpLine() throws IOException {
        return ChildService.start(HelpLine.class, data.toString());
    }

    private static void killServer() {
        RunningStorage.processesIn(data).forEach(ProcessHandle::destroyForcibly);
    }

    private static Path pidFile() {
        return data.resolve("postgresql/database/cluster/postmaster.pid");
    }

    private static void assertAllKept(List<Integer> acknowledged) throws Exception {
        long start = System.nanoTime();
        try (var storage = RunningStorage.in(data)) {
            var numbers = acknowledged.stream().map(String::valueOf).collect(Collectors.joining(",", "'{", "}'"));
            assertThat(storage.ask("select 'ready'")).isEqualTo("ready");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PROMISED);
            storage.execute("create table if not exists request (number serial primary key, need text not null)");
            assertThat(storage.ask("select count(*) from request where number = any (%s)".formatted(numbers)))
                    .isEqualTo(Integer.toString(acknowledged.size()));
        }
    }
}
