package org.plainline.knowledge;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.plainline.resident.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Works out what articles mean, beside the service, which meanwhile answers from words. A changed article is found by
 * its words at once and by its meaning a moment later.
 */
@Component
final class Comprehension {
    private static final Logger LOG = LoggerFactory.getLogger(Comprehension.class);

    /** So many passages take a fraction of a second; whoever ends the service in between loses no more than that. */
    private static final int AT_A_TIME = 20;

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path folder;
    private final AtomicInteger studies = new AtomicInteger();
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
     * Articles are found by what is known of their meaning now, and by the rest as soon as it is worked out.
     *
     * @return by language, because neither waits for the other
     */
    Map<Language, Future<?>> study(Snapshot snapshot) {
        int number = studies.incrementAndGet();
        Map<Language, Future<?>> begun = new EnumMap<>(Language.class);
        threads.forEach((language, thread) -> begun.put(language, thread.submit(() -> {
            Shelf shelf = snapshot.shelf(language);
            shelf.understand(of(language));
            study(language, shelf, number);
        })));
        return begun;
    }

    /** Whether all processors are needed for something that somebody is waiting for. */
    void standBack(boolean wanted) {
        standsBack = wanted;
    }

    /** Gives way to a later study, which needs most of what this one has learnt by then. */
    private void study(Language language, Shelf shelf, int number) {
        try {
            Meanings its = of(language);
            if (!its.isLoaded()) {
                its.remember(file(language).read());
                file(language).tidy(its.known(shelf.meant()));
                its.load();
                shelf.understand(its);
            }
            List<String> unknown = its.unknown(shelf.meant());
            its.centre(unknown);
            int learnt = 0;
            while (learnt < unknown.size() && number == studies.get()) {
                while (standsBack) {
                    Thread.sleep(PAUSE);
                }
                int next = Math.min(learnt + AT_A_TIME, unknown.size());
                file(language).add(its.learn(unknown.subList(learnt, next)));
                learnt = next;
            }
            if (learnt > 0) {
                shelf.understand(its);
            }
            LOG.info("Meaning in {}: {} texts, {} of them worked out now", language, its.size(), learnt);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failed) {
            // A service that is closed while it begins has nobody to tell.
            if (!Objects.requireNonNull(threads.get(language)).isShutdown()) {
                LOG.error("What the articles mean could not be worked out or kept; they are found by words", failed);
            }
        }
    }

    private VectorFile file(Language language) {
        return new VectorFile(folder.resolve(SentenceModel.name(language) + ".vectors"));
    }

    Meanings of(Language language) {
        return Objects.requireNonNull(meanings.get(language));
    }

    /** What is being worked out is kept, and no more begun: a closed service must not go on using the processors. */
    @PreDestroy
    void stop() {
        studies.incrementAndGet();
        threads.values().forEach(ExecutorService::shutdownNow);
    }
}
