package org.plainline.knowledge;

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
        Snapshot snapshot = knowledge.snapshot();
        return Health.status(snapshot.findings().isEmpty() ? Status.UP : OUTDATED)
                .withDetail("articles", articles(snapshot))
                .withDetail(
                        "findings",
                        snapshot.findings().stream().map(Finding::toString).toList())
                .withDetail("loaded", snapshot.loaded())
                .build();
    }

    private static Map<String, Integer> articles(Snapshot snapshot) {
        Map<String, Integer> articles = new TreeMap<>();
        snapshot.shelves()
                .forEach((language, shelf) ->
                        articles.put(language.code(), shelf.articles().size()));
        return articles;
    }
}
