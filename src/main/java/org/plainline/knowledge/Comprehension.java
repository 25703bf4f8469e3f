package org.plainline.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.plainline.resident.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Works out what articles mean, beside the service, which meanwhile answers from words. A changed article is found by
 * its words at once and by its meaning a moment later.
 */
@Component
final class Comprehension {
    private static final Logger LOG = LoggerFactory.getLogger(Comprehension.class);

    /** So many passages take a few hundredths of a second; whoever has corrected an article waits for no more. */
    private static final int AT_A_TIME = 4;

    /**
     * Where more of the passages' meaning is missing that can be found, articles with some of it are among the
     * likeliest, and those with none are not looked at closely.
     */
    private static final double MOST_UNKNOWN = 0.05;

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path folder;
    /** What is being studied, or was. */
    private final Map<Language, Shelf> studied = new ConcurrentHashMap<>();

    private final Map<Language, Future<?>> studies = new ConcurrentHashMap<>();
    private final Map<Language, Meanings> meanings = new EnumMap<>(Language.class);
    private final Map<Language, ExecutorService> threads = new EnumMap<>(Language.class);
    private volatile boolean standsBack;

    /** @param folder for vectors, so that the next start need not compute them again */
    Comprehension(@Value("${plainline.vectors}") Path folder) {
        this.folder = folder;
        for (Language language : Language.values()) {
            meanings.put(language, new Meanings(language));
            threads.put(
                    language,
                    Executors.newSingleThreadExecutor(Thread.ofPlatform()
                            .name("knowledge-meaning-" + language.code())
                            .daemon()
                            .factory()));
        }
    }

    /**
     * Articles are found by what is known of their meaning now, and by the rest as soon as it is worked out. No
     * language waits for the other.
     */
    synchronized void study(Snapshot snapshot) {
        if (isStopped()) {
            return;
        }
        threads.forEach((language, thread) -> {
            Shelf shelf = snapshot.shelf(language);
            if (studied.put(language, shelf) != shelf) {
                studies.put(language, thread.submit(() -> study(language, shelf)));
            }
        });
    }

    /** Returns when what is being studied in the language is known, at once when nothing is. */
    void await(Language language) throws InterruptedException, ExecutionException {
        Future<?> running = studies.get(language);
        if (running != null) {
            running.get();
        }
    }

    /** Whether all processors are needed for something that somebody is waiting for. */
    void standBack(boolean wanted) {
        standsBack = wanted;
    }

    /** Makes room for a later study, which needs most of what this one has learnt by then. */
    private void study(Language language, Shelf shelf) {
        Meanings its = of(language);
        try {
            List<Passage> meant = shelf.meant();
            if (!its.isLoaded()) {
                its.remember(file(language).read());
                file(language).tidy(its.known(meant));
                its.load();
            }
            List<Passage> unknown = its.unknown(meant);
            List<Passage> found =
                    meant.stream().filter(passage -> passage.kind().isFound()).toList();
            if (its.unknown(found).size() <= MOST_UNKNOWN * found.size()) {
                shelf.understand(its);
            }
            giveWay();
            its.centre(its.unknown(found), this::giveWay);
            int learnt = 0;
            while (learnt < unknown.size() && shelf == studied.get(language)) {
                giveWay();
                int next = Math.min(learnt + AT_A_TIME, unknown.size());
                file(language).add(its.learn(unknown.subList(learnt, next)));
                learnt = next;
            }
            if (learnt > 0) {
                shelf.understand(its);
            }
            LOG.info("Meaning in {}: {} texts, {} of them worked out now", language, its.size(), learnt);
        } catch (IOException | RuntimeException | LinkageError failed) {
            studied.remove(language, shelf);
            // A service that is closed while it begins has nobody to tell.
            if (!isStopped()) {
                LOG.error("What the articles mean could not be worked out or kept; they are found by words", failed);
            }
        }
    }

    /**
     * Waits while somebody else does.
     *
     * @throws CancellationException when the service is being closed
     */
    private void giveWay() {
        try {
            while (standsBack && !isStopped()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (isStopped()) {
            throw new CancellationException("The service is being closed");
        }
    }

    private boolean isStopped() {
        return threads.values().stream().anyMatch(ExecutorService::isShutdown);
    }

    private VectorFile file(Language language) {
        return new VectorFile(folder.resolve(SentenceModel.name(language) + ".vectors"));
    }

    Meanings of(Language language) {
        return Objects.requireNonNull(meanings.get(language));
    }

    /** What is being worked out is kept, and no more begun: a closed service must not go on using the processors. */
    @EventListener(ContextClosedEvent.class)
    synchronized void stop() {
        studied.clear();
        threads.values().forEach(ExecutorService::shutdownNow);
    }
}
