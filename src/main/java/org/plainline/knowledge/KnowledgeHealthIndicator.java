package org.plainline.knowledge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Which articles are being answered from, and what keeps newer ones out. */
@Component
final class KnowledgeHealthIndicator implements HealthIndicator {
    /** Not DOWN: the last good version still answers, and a restart or a drained node would help nobody. */
    private static final Status OUTDATED = new Status("OUTDATED", "some files break a rule; see findings");

    private final KnowledgeBase knowledge;

    KnowledgeHealthIndicator(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Health health() {
        Holdings holdings = knowledge.holdings();
        List<Finding> findings = knowledge.findings();
        var health = Health.status(findings.isEmpty() ? Status.UP : OUTDATED)
                .withDetail("articles", sizes(holdings))
                .withDetail("findings", findings.stream().map(Finding::toString).toList());
        return switch (holdings) {
            case Snapshot all -> health.withDetail("loaded", all.loaded()).build();
            case FirstLook _ -> health.withDetail("loaded", "being read").build();
        };
    }

    private static Map<String, Integer> sizes(Holdings holdings) {
        Map<String, Integer> sizes = new TreeMap<>();
        holdings.sizes().forEach((language, size) -> sizes.put(language.code(), size));
        return sizes;
    }
}
