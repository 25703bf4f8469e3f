package org.plainline.answering;

import java.util.List;
import org.plainline.knowledge.Finding;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Whether the numbers for people in danger are as they stand in the file, and reviewed. */
final class CrisisHealthIndicator implements HealthIndicator {
    /** Not DOWN: the last good ones are given, and a restart would help nobody. */
    private static final Status OUTDATED =
            new Status("OUTDATED", "crisis lines must be mended or reviewed; see findings");

    private final CrisisFile crisis;

    CrisisHealthIndicator(CrisisFile crisis) {
        this.crisis = crisis;
    }

    @Override
    public Health health() {
        List<Finding> findings = crisis.findings();
        return Health.status(findings.isEmpty() ? Status.UP : OUTDATED)
                .withDetail("findings", findings.stream().map(Finding::toString).toList())
                .build();
    }
}
