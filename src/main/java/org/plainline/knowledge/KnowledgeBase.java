package org.plainline.knowledge;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The articles of a folder as one whole snapshot, exchanged for the next one when the folder has changed; of very many
 * articles at first what a first look at them tells.
 */
@Component
final class KnowledgeBase implements Knowledge, SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeBase.class);

    private final KnowledgeFolder folder;
    private final Comprehension comprehension;
    private final Finding unread;
    /** Done once all articles have been read. */
    private final CompletableFuture<Void> whole = new CompletableFuture<>();

    private volatile CompletableFuture<Holdings> holdings;
    private volatile boolean isUp;

    /** Begins to read the folder; whoever asks before it is read waits. */
    @Autowired
    KnowledgeBase(
            @Value("${plainline.knowledge-base}") Path folder,
            InstantSource clock,
            Comprehension comprehension,
            SmsText sms) {
        this.comprehension = comprehension;
        this.folder = new KnowledgeFolder(folder, clock, sms);
        this.unread = Finding.error(
                folder.toString(), 1, "folder", "could not be read whole (see the log); start the service again");
        // Beside the rest of the start, most of which one processor does alone.
        this.holdings = CompletableFuture.supplyAsync(
                this::open, Thread.ofPlatform().name("knowledge-opening").daemon()::start);
    }

    /** Before the database, whose first start leaves a processor idle. */
    @Bean
    static BeanFactoryInitializer<ListableBeanFactory> knowledgeFirst() {
        return beans -> beans.getBean(KnowledgeBase.class);
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

    private Holdings open() {
        Holdings first = folder.begin();
        report(first);
        rehearse(first);
        if (first instanceof Snapshot) {
            whole.complete(null);
        }
        return first;
    }

    /**
     * The first question of all takes as long as ten later ones: so it is asked while the rest of the start goes on.
     */
    private void rehearse(Holdings first) {
        for (Language language : Language.values()) {
            first.articles(language)
                    .map(Article::title)
                    .findFirst()
                    .ifPresent(title ->
                            first.shelf(title, language).find(title, comprehension.of(language), Retrieval.WORDS, 1));
        }
    }

    /**
     * The service must not listen before it has something to say.
     *
     * @throws NoKnowledge when the folder holds nothing to answer from
     */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            holdings();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof NoKnowledge nothing ? nothing : failed;
        }
    }

    @Override
    public Optional<Article> article(String topic, Language language) {
        return Optional.ofNullable(holdings().article(new ArticleFile(topic, language)));
    }

    @Override
    public Stream<Article> articles(Language language) {
        return holdings().articles(language);
    }

    @Override
    public boolean isOutside(String text, Language language) {
        return holdings().outside(language).holds(text);
    }

    @Override
    public Optional<Alarm> danger(String text, Language language) {
        return all().flatMap(all -> all.shelf(language).danger(text, comprehension.of(language)));
    }

    @Override
    public Optional<FollowUp> followUp(String text, String topic, Language language) {
        return all().flatMap(all -> all.shelf(language).followUp(text, topic, comprehension.of(language)));
    }

    @Override
    public List<Match> find(String text, Language language, int limit) {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("limit must be 1 to 100, not " + limit);
        }
        return holdings().shelf(text, language).find(text, comprehension.of(language), Retrieval.BOTH, limit);
    }

    /** Only once the service is up: until then the processors have better things to do. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        isUp = true;
        study();
    }

    private synchronized void study() {
        all().ifPresent(comprehension::study);
    }

    @Override
    public void awaitMeaning(Language language) {
        try {
            whole.get();
            comprehension.await(language);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Articles were not understood", failed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Article inPlace(Article article, @Nullable String place) {
        return holdings().local().in(place, article);
    }

    /** Whether all articles have been read. */
    boolean isWhole() {
        return all().isPresent();
    }

    /** What keeps newer or further articles out. */
    List<Finding> findings() {
        return whole.isCompletedExceptionally() ? List.of(unread) : holdings().findings();
    }

    Holdings holdings() {
        return holdings.join();
    }

    private Optional<Snapshot> all() {
        return holdings() instanceof Snapshot all ? Optional.of(all) : Optional.empty();
    }

    /**
     * Reads what there was only a first look at, or takes over what has changed in the folder, all of it at once. For
     * one thread.
     *
     * @return whether something is changing that has not settled yet
     */
    boolean look() {
        if (!(holdings() instanceof Snapshot current)) {
            finish();
            return false;
        }
        // Whoever has corrected an article waits for it; what others mean is in no such hurry.
        comprehension.standBack(true);
        try {
            folder.changed(current).ifPresent(this::takeOver);
            return folder.isSettling();
        } finally {
            comprehension.standBack(folder.isSettling());
        }
    }

    /** Once: what fails for no reason that is known fails again. */
    private void finish() {
        if (whole.isDone()) {
            return;
        }
        try {
            takeOver(folder.finish());
            whole.complete(null);
        } catch (RuntimeException | Error unforeseen) {
            whole.completeExceptionally(unforeseen);
            throw unforeseen;
        }
    }

    private void takeOver(Snapshot next) {
        holdings = CompletableFuture.completedFuture(next);
        report(next);
        if (isUp) {
            study();
        }
    }

    private static void report(Holdings holdings) {
        Map<Language, Integer> sizes = holdings.sizes();
        switch (holdings) {
            case Snapshot all -> {
                LOG.info(
                        "Knowledge base: {} articles in Chinese, {} in English",
                        sizes.get(Language.ZH),
                        sizes.get(Language.EN));
                all.findings().forEach(finding -> LOG.error("Not published: {}", finding));
            }
            case FirstLook _ ->
                LOG.info("Knowledge base: {} files looked at, to be read while the service answers", sizes);
        }
    }
}
