package org.plainline.answering;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plainline.knowledge.Finding;
import org.plainline.resident.FileRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * The crisis lines as they stand in {@code crisis.yaml}. A corrected number is given a second later; of a file that
 * cannot be used the last good version stays in memory. It has a thread of its own, which a mount that hangs may keep.
 */
final class CrisisFile {
    private static final Logger LOG = LoggerFactory.getLogger(CrisisFile.class);

    private final Path file;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("crisis-lines").daemon().factory());

    private byte[] seen;
    private volatile CrisisLines lines;
    private volatile @Nullable String refused;

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

    /** What keeps the newest version from being given, or is due for review; from memory. */
    List<Finding> findings() {
        String why = refused;
        return why == null
                ? AnswerCheck.due(file, lines, LocalDate.now(clock))
                : List.of(AnswerCheck.crisisLinesRefused(file, why));
    }

    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        var _ = thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        thread.shutdownNow();
    }

    void look() {
        byte[] now = CrisisLines.written(file);
        if (Arrays.equals(now, seen)) {
            return;
        }
        seen = now;
        try {
            lines = CrisisLines.read(file, now, LocalDate.now(clock));
            refused = null;
            LOG.info("Crisis lines taken over from {}", file);
        } catch (RuntimeException unusable) {
            // Of whatever kind: one that escaped would end all further looks.
            refused = String.valueOf(unusable.getMessage());
            LOG.error("The last good crisis lines stay. {}", refused);
        }
    }
}
