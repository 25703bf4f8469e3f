package org.plainline.answering;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.plainline.knowledge.Finding;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Whether the numbers for people in danger are as they stand in the file, and reviewed. */
final class CrisisHealthIndicator implements HealthIndicator {
    /** Not DOWN: the last good ones are given, and a restart would not succeed. */
    private static final Status OUTDATED =
            new Status("OUTDATED", "crisis lines must be mended or reviewed; see findings");

    private final Path file;
    private final Clock clock;

    CrisisHealthIndicator(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public Health health() {
        List<Finding> findings = AnswerCheck.crisisLines(file, LocalDate.now(clock));
        return Health.status(findings.isEmpty() ? Status.UP : OUTDATED)
                .withDetail("findings", findings.stream().map(Finding::toString).toList())
                .build();
    }
}
