package org.plainline.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainline.resident.Language;

/** Articles of one language: a corpus to measure the ranking on. */
public final class FixedKnowledge implements Knowledge {
    private final Language language;
    private final Shelf shelf;
    private final Retrieval retrieval;
    private final Meanings meanings;
    private final Meanings none;

    FixedKnowledge(Language language, Shelf shelf, Meanings meanings, Retrieval retrieval) {
        this.language = language;
        this.shelf = shelf;
        this.meanings = meanings;
        this.retrieval = retrieval;
        this.none = new Meanings(language);
    }

    /** By words only; articles from no folder. */
    public static FixedKnowledge of(Language language, Collection<Article> articles) {
        return new FixedKnowledge(
                language, Shelf.empty(language).with(articles), new Meanings(language), Retrieval.WORDS);
    }

    /** The same articles found in another way; by meaning, their texts are run through the model once. */
    public FixedKnowledge by(Retrieval other) {
        if (other != Retrieval.WORDS) {
            meanings.load();
            meanings.learn(meanings.unknown(shelf.meant()));
            shelf.understand(meanings);
        }
        return new FixedKnowledge(language, shelf, meanings, other);
    }

    /**
     * Runs the texts through the model that it has not read yet.
     *
     * @param folder where what they mean is kept for the next time
     * @param name of these articles there
     * @throws IOException when it cannot be kept
     */
    public void study(Path folder, String name) throws IOException {
        meanings.load();
        meanings.learn(shelf.meant(), VectorFile.of(name, language, folder));
    }

    @Override
    public Optional<Article> article(String topic, Language language) {
        return Optional.ofNullable(shelf.articles().get(topic));
    }

    @Override
    public Stream<Article> articles(Language language) {
        return shelf.articles().values().stream();
    }

    @Override
    public List<Match> find(String text, Language language, int limit) {
        return shelf.find(text, retrieval == Retrieval.WORDS ? none : meanings, retrieval, limit);
    }

    @Override
    public void awaitMeaning(Language language) {}
}
