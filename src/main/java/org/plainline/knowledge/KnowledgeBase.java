package org.plainline.knowledge;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The articles of a folder as one whole snapshot, exchanged for the next one when the folder has changed. */
@Component
final class KnowledgeBase implements Knowledge, SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeBase.class);

    private final KnowledgeFolder folder;
    private final Comprehension comprehension;
    private volatile CompletableFuture<Snapshot> snapshot;

    /** Begins to read the folder; whoever asks before it is read waits. */
    @Autowired
    KnowledgeBase(
            @Value("${plainline.knowledge-base}") Path folder,
            InstantSource clock,
            Comprehension comprehension,
            SmsText sms) {
        this.comprehension = comprehension;
        this.folder = new KnowledgeFolder(folder, clock, sms);
        // Beside the rest of the start, most of which one processor does alone.
        this.snapshot = CompletableFuture.supplyAsync(
                this::open, Thread.ofPlatform().name("knowledge-opening").daemon()::start);
    }

    /**
     * One that is never told that the service is up, and so finds by words only.
     *
     * @throws NoKnowledge when the folder holds nothing to answer from
     */
    KnowledgeBase(Path folder, InstantSource clock) {
        this(folder, clock, new Comprehension(folder), Article::shortAnswer);
        afterSingletonsInstantiated();
    }

    private Snapshot open() {
        Snapshot first = folder.open();
        report(first);
        return first;
    }

    /**
     * The service must not listen before it has something to say.
     *
     * @throws NoKnowledge when the folder holds nothing to answer from
     */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            snapshot();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof NoKnowledge nothing ? nothing : failed;
        }
    }

    @Override
    public Optional<Article> article(String topic, Language language) {
        return Optional.ofNullable(snapshot().shelf(language).articles().get(topic));
    }

    @Override
    public Collection<Article> articles(Language language) {
        return List.copyOf(snapshot().shelf(language).articles().values());
    }

    @Override
    public boolean isOutside(String text, Language language) {
        return snapshot().shelf(language).outside().holds(text);
    }

    @Override
    public Optional<Alarm> danger(String text, Language language) {
        return snapshot().shelf(language).danger(text, comprehension.of(language));
    }

    @Override
    public Optional<FollowUp> followUp(String text, String topic, Language language) {
        return snapshot().shelf(language).followUp(text, topic, comprehension.of(language));
    }

    @Override
    public List<Match> find(String text, Language language, int limit) {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("limit must be 1 to 100, not " + limit);
        }
        return snapshot().shelf(language).find(text, comprehension.of(language), Retrieval.BOTH, limit);
    }

    /** Only once the service is up: until then the processors have better things to do. */
    @EventListener(ApplicationReadyEvent.class)
    synchronized void study() {
        comprehension.study(snapshot());
    }

    @Override
    public void awaitMeaning(Language language) {
        try {
            comprehension.await(language);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Articles were not understood", failed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Article inPlace(Article article, @Nullable String place) {
        return snapshot().local().in(place, article);
    }

    Snapshot snapshot() {
        return snapshot.join();
    }

    /**
     * Takes over what has changed in the folder, all of it at once.
     *
     * @return whether something is changing that has not settled yet
     */
    synchronized boolean look() {
        // Whoever has corrected an article waits for it; what others mean is in no such hurry.
        comprehension.standBack(true);
        try {
            folder.changed(snapshot()).ifPresent(next -> {
                snapshot = CompletableFuture.completedFuture(next);
                report(next);
                if (comprehension.hasBegun()) {
                    study();
                }
            });
            return folder.isSettling();
        } finally {
            comprehension.standBack(folder.isSettling());
        }
    }

    private static void report(Snapshot snapshot) {
        LOG.info(
                "Knowledge base: {} articles in Chinese, {} in English",
                snapshot.shelf(Language.ZH).articles().size(),
                snapshot.shelf(Language.EN).articles().size());
        snapshot.findings().forEach(finding -> LOG.error("Not published: {}", finding));
    }
}
