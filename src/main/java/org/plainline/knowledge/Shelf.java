package org.plainline.knowledge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plainline.resident.Language;

/** The articles of one language by topic, with the index that finds them. */
final class Shelf {
    private final SortedMap<String, Article> articles;
    private final PassageIndex index;

    private Shelf(SortedMap<String, Article> articles, PassageIndex index) {
        this.articles = articles;
        this.index = index;
    }

    static Shelf empty(Language language) {
        return new Shelf(new TreeMap<>(), new PassageIndex(language, List.of()));
    }

    /** A shelf with just these articles; this one when they are the same. */
    Shelf with(Collection<Article> others) {
        SortedMap<String, Article> byTopic = byTopic(others);
        return byTopic.equals(articles) ? this : new Shelf(byTopic, index.next(passages(byTopic)));
    }

    private static List<Passage> passages(SortedMap<String, Article> articles) {
        return articles.values().stream()
                .map(article -> article.worded(Placeholder::unfilled))
                .flatMap(article -> Passage.of(article).stream())
                .toList();
    }

    private static SortedMap<String, Article> byTopic(Collection<Article> articles) {
        SortedMap<String, Article> byTopic = new TreeMap<>();
        articles.forEach(article -> byTopic.put(article.topic(), article));
        return byTopic;
    }

    SortedMap<String, Article> articles() {
        return articles;
    }

    /** Articles in force on the day, best first. */
    List<Match> find(String text, LocalDate day, int limit) {
        return index.find(text, topic -> article(topic).inForceOn(day), limit).stream()
                .map(recall -> new Match(
                        article(recall.topic()),
                        recall.score(),
                        recall.coverage(),
                        recall.best().text()))
                .toList();
    }

    private Article article(String topic) {
        return Objects.requireNonNull(articles.get(topic));
    }
}
