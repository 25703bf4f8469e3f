package org.plainline.knowledge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainline.resident.Language;

/** The articles of one language by topic, with the index that finds them. Only what they mean is added later. */
final class Shelf {
    private static final int SEARCHES_KEPT = 10_000;

    private final Language language;
    private final SortedMap<String, Article> articles;
    private final Outside outside;
    private final PassageIndex index;
    private final Correction correction;
    private final Cache<Search, List<Match>> found =
            Caffeine.newBuilder().maximumSize(SEARCHES_KEPT).build();
    /** Asked for several times a turn, and many say the same. */
    private final Cache<Heard, Optional<Alarm>> alarms =
            Caffeine.newBuilder().maximumSize(SEARCHES_KEPT).build();

    private volatile Vectors vectors;

    /** By topic, once it was asked for: to cut ten thousand articles into sentences takes seconds. */
    private final Map<String, List<Passage>> meant = new ConcurrentHashMap<>();

    /** What was found is found again as long as nothing more is understood. */
    private record Search(String text, Retrieval retrieval, int limit, Vectors vectors) {}

    private record Heard(String text, Vectors vectors) {}

    private Shelf(
            Language language,
            SortedMap<String, Article> articles,
            Outside outside,
            PassageIndex index,
            Correction correction,
            Vectors vectors) {
        this.language = language;
        this.articles = articles;
        this.outside = outside;
        this.index = index;
        this.correction = correction;
        this.vectors = vectors;
    }

    static Shelf empty(Language language) {
        return of(language, new TreeMap<>(), Outside.NOTHING, Vectors.NONE);
    }

    private static Shelf of(Language language, SortedMap<String, Article> articles, Outside outside, Vectors vectors) {
        List<Passage> passages = passages(articles.values());
        return new Shelf(
                language,
                articles,
                outside,
                new PassageIndex(language, passages),
                Correction.by(language, written(passages)),
                vectors);
    }

    /** A shelf with just these articles; this one when they are the same. */
    Shelf with(Collection<Article> others) {
        SortedMap<String, Article> byTopic = byTopic(others);
        Set<String> changed = Stream.of(articles, byTopic)
                .flatMap(some -> some.keySet().stream())
                .filter(topic -> !Objects.equals(articles.get(topic), byTopic.get(topic)))
                .collect(Collectors.toSet());
        if (changed.isEmpty()) {
            return this;
        }
        Vectors known = vectors.without(gone(byTopic));
        return index.holds(changed) ? with(byTopic, changed, known) : of(language, byTopic, outside, known);
    }

    /** A shelf with just these subjects outside of its articles; this one when they are the same. */
    Shelf beside(Outside other) {
        if (other.passages().equals(outside.passages())) {
            return this;
        }
        Shelf next = new Shelf(language, articles, other, index, correction, vectors);
        next.meant.putAll(meant);
        return next;
    }

    /** What a changed article meant is nearer to what it means now than nothing would be. */
    private Set<String> gone(SortedMap<String, Article> byTopic) {
        return articles.keySet().stream()
                .filter(topic -> !byTopic.containsKey(topic))
                .collect(Collectors.toSet());
    }

    private Shelf with(SortedMap<String, Article> byTopic, Set<String> changed, Vectors known) {
        List<Passage> come = passages(some(byTopic, changed));
        Shelf next = new Shelf(
                language,
                byTopic,
                outside,
                index.with(passages(some(articles, changed)), come),
                correction.with(written(come)),
                known);
        next.meant.putAll(meant);
        next.meant.keySet().removeAll(changed);
        return next;
    }

    private static List<Article> some(SortedMap<String, Article> articles, Set<String> topics) {
        return topics.stream()
                .flatMap(topic -> Stream.ofNullable(articles.get(topic)))
                .toList();
    }

    private static List<Passage> passages(Collection<Article> articles) {
        return articles.stream()
                .map(article -> article.worded(Placeholder::unfilled))
                .flatMap(article -> Passage.of(article).stream())
                .toList();
    }

    /** Samples show how people type and what is heard of them, slips and all, so nobody is to spell like them. */
    private static List<Passage> written(List<Passage> passages) {
        return passages.stream().filter(passage -> !passage.kind().isSaid()).toList();
    }

    private static SortedMap<String, Article> byTopic(Collection<Article> articles) {
        SortedMap<String, Article> byTopic = new TreeMap<>();
        articles.forEach(article -> byTopic.put(article.topic(), article));
        return byTopic;
    }

    SortedMap<String, Article> articles() {
        return articles;
    }

    Outside outside() {
        return outside;
    }

    /** What has a meaning: all that can be found by it, what is outside, and what people say beside. */
    List<Passage> meant() {
        return Stream.of(
                        articles.values().stream()
                                .flatMap(article ->
                                        meant.computeIfAbsent(article.topic(), _ -> Passage.meant(article)).stream()),
                        outside.passages().stream(),
                        articles.isEmpty() ? Stream.<Passage>empty() : Sayings.in(language).stream())
                .flatMap(passages -> passages)
                .toList();
    }

    /** From now on articles are found by what of their meaning is known. */
    void understand(Meanings meanings) {
        vectors = meanings.vectors(meant());
    }

    /** Best first. */
    List<Match> find(String text, Meanings meanings, Retrieval retrieval, int limit) {
        return found.get(new Search(text, retrieval, limit, vectors), search -> find(search, meanings));
    }

    private List<Match> find(Search search, Meanings meanings) {
        String plain = plain(search.text(), meanings::isWord);
        Weighed weighed = index.weighed(plain);
        Optional<Asked> question =
                search.retrieval() == Retrieval.WORDS || search.vectors().isEmpty()
                        ? Optional.empty()
                        : meanings.question(plain);
        Optional<Asked> reader = question.filter(_ -> search.retrieval() == Retrieval.BOTH);
        List<Recall> likeliest = likeliest(search, weighed, question)
                .limit(reader.isPresent() ? Math.max(search.limit(), CloseReading.TOPICS) : search.limit())
                .toList();
        Map<String, Double> coverage =
                index.coverage(weighed, likeliest.stream().map(Recall::topic).toList());
        return reader
                .map(asked -> new CloseReading(language, asked, search.vectors(), coverage).ranked(likeliest))
                .orElse(likeliest)
                .stream()
                .limit(search.limit())
                .map(recall -> match(recall, Objects.requireNonNull(coverage.get(recall.topic()))))
                .toList();
    }

    /** Best first. */
    private Stream<Recall> likeliest(Search search, Weighed weighed, Optional<Asked> question) {
        Map<String, Likeness> likeness =
                question.map(asked -> search.vectors().likeness(asked.moved())).orElse(Map.of());
        return Fusion.of(index.find(weighed), likeness, search.retrieval()).stream();
    }

    /** {@link Knowledge#followUp}. */
    Optional<FollowUp> followUp(String text, String topic, Meanings meanings) {
        Vectors known = vectors;
        return Optional.ofNullable(articles.get(topic))
                .filter(_ -> !known.isEmpty())
                .flatMap(open -> meanings.question(plain(text, meanings::isWord))
                        .flatMap(asked -> new FollowUpReader(language, asked, known, meanings).of(open)));
    }

    /** {@link Knowledge#danger}. */
    Optional<Alarm> danger(String text, Meanings meanings) {
        return alarms.get(new Heard(text, vectors), heard -> danger(heard, meanings));
    }

    private Optional<Alarm> danger(Heard heard, Meanings meanings) {
        return heard.vectors().isEmpty()
                ? Optional.empty()
                : meanings.question(plain(heard.text(), meanings::isWord))
                        .flatMap(asked -> heard.vectors().danger(asked.unmoved()));
    }

    /** The text without its slips, as it is looked for. */
    String plain(String text, Predicate<String> isWord) {
        String folded = Folding.fold(text);
        return correction.correct(language == Language.EN ? Texting.spellOut(folded) : folded, isWord);
    }

    private Match match(Recall recall, double coverage) {
        Passage nearest = recall.nearest();
        return new Match(
                article(recall.topic()),
                recall.score(),
                recall.words(),
                coverage,
                recall.meaning(),
                recall.nearness(),
                recall.closeness(),
                recall.typicality(),
                recall.rival(),
                recall.best().text(),
                nearest == null ? null : nearest.text());
    }

    private Article article(String topic) {
        return Objects.requireNonNull(articles.get(topic));
    }
}
