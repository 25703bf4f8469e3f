package org.plainline.knowledge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;

/**
 * Answers from a folder of so many articles that nobody could wait until all are read: only the {@link Outline} of each
 * is known, and those nearest to a question are read, and held to every rule of publishing, when it is asked.
 */
final class FirstLook implements Holdings {
    /** A question is looked for among so many articles: as many as the figures of the service were fitted to. */
    private static final int NEAREST = 32;

    /** Each text is looked for several times. */
    private static final int SHELVES_KEPT = 20;

    private final Map<Language, List<Outline>> outlines;
    private final Function<ArticleFile, @Nullable Reading> reader;
    private final Map<Language, Outside> outside;
    private final LocalValues local;
    private final Map<ArticleFile, Reading> readings = new ConcurrentHashMap<>();
    private final Cache<Heard, Shelf> shelves =
            Caffeine.newBuilder().maximumSize(SHELVES_KEPT).build();

    private record Heard(String text, Language language) {}

    /**
     * @param outlines in the order of their files
     * @param reader reads a file, null when there is none; safe for several threads
     */
    FirstLook(
            Collection<Outline> outlines,
            Function<ArticleFile, @Nullable Reading> reader,
            Map<Language, Outside> outside,
            LocalValues local) {
        this.outlines = outlines.stream()
                .collect(Collectors.groupingBy(outline -> outline.file().language()));
        this.reader = reader;
        this.outside = outside;
        this.local = local;
    }

    @Override
    public Shelf shelf(String text, Language language) {
        return shelves.get(new Heard(text, language), this::shelf);
    }

    private Shelf shelf(Heard heard) {
        List<Article> nearest = Outline.nearest(outlines(heard.language()), heard.text())
                .flatMap(file -> Stream.ofNullable(article(file)))
                .limit(NEAREST)
                .toList();
        return Shelf.empty(heard.language())
                .with(nearest)
                .beside(Objects.requireNonNull(outside.get(heard.language())));
    }

    private List<Outline> outlines(Language language) {
        return outlines.getOrDefault(language, List.of());
    }

    @Override
    public @Nullable Article article(ArticleFile file) {
        return readings.computeIfAbsent(file, reader) instanceof Reading.Sound(var article) ? article : null;
    }

    @Override
    public Stream<Article> articles(Language language) {
        return outlines(language).stream().flatMap(outline -> Stream.ofNullable(article(outline.file())));
    }

    @Override
    public Map<Language, Integer> sizes() {
        return outlines.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, its -> its.getValue().size()));
    }

    @Override
    public LocalValues local() {
        return local;
    }

    /** None: who has read a few only cannot tell. */
    @Override
    public List<Finding> findings() {
        return List.of();
    }

    /** Whether none of the articles is good. */
    boolean isEmpty() {
        return outlines.keySet().stream().flatMap(this::articles).findAny().isEmpty();
    }
}
