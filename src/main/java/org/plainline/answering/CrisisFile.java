package org.plainline.answering;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.plainline.resident.FileRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The crisis lines as they stand in {@code crisis.yaml}. A corrected number is given a second later; of a file that
 * cannot be used the last good version stays in memory.
 */
final class CrisisFile {
    private static final Logger LOG = LoggerFactory.getLogger(CrisisFile.class);

    private final Path file;
    private final Clock clock;
    private byte[] seen;
    private volatile CrisisLines lines;

    /** @throws FileRefused when the service must not start with it */
    CrisisFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.seen = CrisisLines.written(file);
        this.lines = CrisisLines.read(file, seen, LocalDate.now(clock));
    }

    CrisisLines lines() {
        return lines;
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        byte[] now = CrisisLines.written(file);
        if (Arrays.equals(now, seen)) {
            return;
        }
        seen = now;
        try {
            lines = CrisisLines.read(file, now, LocalDate.now(clock));
            LOG.info("Crisis lines taken over from {}", file);
        } catch (FileRefused refused) {
            LOG.error("The last good crisis lines stay. {}", refused.getMessage());
        }
    }
}
