package org.plainline.knowledge;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;

/**
 * One whole version of the knowledge base, never changed once made.
 *
 * @param findings what keeps newer or further articles out of it
 */
record Snapshot(Map<Language, Shelf> shelves, LocalValues local, List<Finding> findings, Instant loaded)
        implements Holdings {
    static final Snapshot NONE = new Snapshot(Map.of(), LocalValues.NONE, List.of(), Instant.EPOCH);

    /**
     * The next version; a language that has not changed keeps its index, because making one takes up to half a second.
     */
    Snapshot next(
            List<Article> articles,
            Map<Language, Outside> outside,
            LocalValues newLocal,
            List<Finding> newFindings,
            Instant now) {
        // In parallel: indexing is the longest part of a start.
        Map<Language, Shelf> next = Arrays.stream(Language.values())
                .parallel()
                .collect(Collectors.toMap(
                        language -> language,
                        language -> next(language, articles, Objects.requireNonNull(outside.get(language))),
                        (a, _) -> a,
                        () -> new EnumMap<>(Language.class)));
        return new Snapshot(next, newLocal, List.copyOf(newFindings), now);
    }

    private Shelf next(Language language, List<Article> articles, Outside outside) {
        List<Article> its = articles.stream()
                .filter(article -> article.language() == language)
                .toList();
        Shelf before = shelves.get(language);
        return (before == null ? Shelf.empty(language) : before).with(its).beside(outside);
    }

    Snapshot with(List<Finding> newFindings) {
        return new Snapshot(shelves, local, List.copyOf(newFindings), loaded);
    }

    @Override
    public Outside outside(Language language) {
        return shelf(language).outside();
    }

    Map<Language, Outside> outside() {
        return shelves.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, its -> its.getValue().outside()));
    }

    Shelf shelf(Language language) {
        return Objects.requireNonNull(shelves.get(language));
    }

    @Override
    public Shelf shelf(String text, Language language) {
        return shelf(language);
    }

    @Override
    public @Nullable Article article(ArticleFile file) {
        Shelf shelf = shelves.get(file.language());
        return shelf == null ? null : shelf.articles().get(file.topic());
    }

    @Override
    public Stream<Article> articles(Language language) {
        return shelf(language).articles().values().stream();
    }

    @Override
    public Map<Language, Integer> sizes() {
        return shelves.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, its -> its.getValue().articles().size()));
    }

    Stream<Article> articles() {
        return shelves.values().stream().flatMap(shelf -> shelf.articles().values().stream());
    }

    boolean isEmpty() {
        return shelves.values().stream().allMatch(shelf -> shelf.articles().isEmpty());
    }
}
