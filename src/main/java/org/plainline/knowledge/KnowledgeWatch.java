package org.plainline.knowledge;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks at the folder about four times a second. File events would be cheaper, but they do not arrive from network
 * mounts, overflow on a checkout, and after a rename come from a folder that nobody watches any more. It has a thread
 * of its own so that no other timed work can hold up a correction.
 */
@Component
final class KnowledgeWatch {
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** Longer than an editor, or a checkout between two files, stands still half way. */
    private static final Duration UNTIL_SETTLED = Duration.ofMillis(200);

    /**
     * Whoever has waited for the service to be up is answered before the processors are busy with ten thousand files.
     */
    private static final Duration UNTIL_ANSWERED = Duration.ofSeconds(2);

    private final KnowledgeBase knowledge;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("knowledge-watch").daemon().factory());

    KnowledgeWatch(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.execute(this::watch);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        thread.shutdownNow();
    }

    private void watch() {
        Duration pause = knowledge.isWhole() ? BETWEEN_LOOKS : UNTIL_ANSWERED;
        try {
            while (true) {
                Thread.sleep(pause);
                pause = look() ? UNTIL_SETTLED : BETWEEN_LOOKS;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** An exception that escaped would end all further looks. */
    private boolean look() {
        try {
            return knowledge.look();
        } catch (RuntimeException unforeseen) {
            LOG.error("The knowledge base could not be read or taken over; the last version stays", unforeseen);
            return false;
        }
    }
}
