package org.plainline.knowledge;

import java.util.Arrays;
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
    /**
     * A question is looked for among so many articles. Twice as many take twice as long, and the right one is first
     * less often; among half as many it is missing more often.
     */
    private static final int NEAREST = 16;

    private final Map<Language, List<Outline>> outlines;
    private final Function<ArticleFile, @Nullable Reading> reader;
    private final Map<Language, Shelf> empty;
    private final LocalValues local;
    private final Map<ArticleFile, Reading> readings = new ConcurrentHashMap<>();

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
        this.empty = Arrays.stream(Language.values())
                .collect(Collectors.toMap(
                        language -> language,
                        language -> Shelf.empty(language).beside(Objects.requireNonNull(outside.get(language)))));
        this.local = local;
    }

    @Override
    public Shelf shelf(String text, Language language) {
        return empty(language)
                .with(Outline.nearest(outlines(language), text)
                        .flatMap(file -> Stream.ofNullable(article(file)))
                        .limit(NEAREST)
                        .toList());
    }

    private Shelf empty(Language language) {
        return Objects.requireNonNull(empty.get(language));
    }

    private List<Outline> outlines(Language language) {
        return outlines.getOrDefault(language, List.of());
    }

    @Override
    public @Nullable Article article(ArticleFile file) {
        return readings.computeIfAbsent(file, reader) instanceof Reading.Sound(var article) ? article : null;
    }

    /** Each is read when its turn comes: whoever needs a few only should take no more. */
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

    @Override
    public Outside outside(Language language) {
        return empty(language).outside();
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
