package org.plainline.knowledge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.plainline.resident.Language;

/** Articles of one language that come from no folder and are always in force: a corpus to measure the ranking on. */
public final class FixedKnowledge implements Knowledge {
    private final Shelf shelf;

    public FixedKnowledge(Language language, Collection<Article> articles) {
        this.shelf = Shelf.empty(language).with(articles);
    }

    @Override
    public Optional<Article> article(String topic, Language language) {
        return Optional.ofNullable(shelf.articles().get(topic));
    }

    @Override
    public Collection<Article> articles(Language language) {
        return List.copyOf(shelf.articles().values());
    }

    @Override
    public List<Match> find(String text, Language language, int limit) {
        return shelf.find(text, LocalDate.EPOCH, limit);
    }
}
