package org.plainline.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The processes of the embedded server, also those that outlived a killed service.
 *
 * <p>They are known by the programs they run, never by a number on file: the number may be another process's by now,
 * but only this folder's server runs this folder's programs, and whoever asks holds the folder.
 */
record ServerProcesses(Path home, Path cluster) {
    // Higher than any process number that Linux or macOS gives out.
    private static final String NOBODYS_PID = Integer.toString(Integer.MAX_VALUE);
    private static final int SHARED_MEMORY_LINE = 7;

    boolean includePostmaster() throws IOException {
        var pid = pidFile().stream().findFirst();
        return running().stream()
                .anyMatch(process -> Optional.of(Long.toString(process.pid())).equals(pid));
    }

    /** Ends all of them at once; what was committed is in the write-ahead log. */
    void kill() throws IOException {
        running().forEach(ProcessHandle::destroyForcibly);
        disown();
    }

    private List<ProcessHandle> running() {
        var programs = home.resolve(PostgresPrograms.PREFIX).toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").startsWith(programs))
                .toList();
    }

    /**
     * PostgreSQL does not start while its pid file names a live process, though only the number may live on. The rest
     * of the file stays: by its shared memory line PostgreSQL notices processes of the last server that are still
     * dying.
     */
    private void disown() throws IOException {
        var lines = pidFile();
        if (lines.size() >= SHARED_MEMORY_LINE) {
            lines.set(0, NOBODYS_PID);
            Files.write(pidPath(), lines);
        } else {
            Files.deleteIfExists(pidPath());
        }
    }

    private List<String> pidFile() throws IOException {
        return Files.exists(pidPath()) ? Files.readAllLines(pidPath()) : List.of();
    }

    private Path pidPath() {
        return cluster.resolve("postmaster.pid");
    }
}
