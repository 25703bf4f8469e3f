package org.plainline.knowledge;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at the folder more than twice a second. File events would be cheaper, but they do not arrive from network
 * mounts, overflow on a checkout, and after a rename come from a folder that nobody watches any more. It has a thread
 * of its own so that no other timed work can hold up a correction.
 */
@Component
final class KnowledgeWatch {
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeWatch.class);
    private static final long MILLISECONDS_BETWEEN_LOOKS = 400;

    private final KnowledgeBase knowledge;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("knowledge-watch").daemon().factory());

    KnowledgeWatch(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    @PostConstruct
    void start() {
        var _ = thread.scheduleWithFixedDelay(
                this::look, MILLISECONDS_BETWEEN_LOOKS, MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /** An exception that escaped would end all further looks. */
    private void look() {
        try {
            knowledge.look();
        } catch (RuntimeException unforeseen) {
            LOG.error("The changed knowledge base could not be taken over; the last version stays", unforeseen);
        }
    }
}
