package org.plainline.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;

/** The approved articles as they stand at this moment; each call sees one whole version of the folder. */
public interface Knowledge {
    /** The article as published, whether in force today or not. */
    Optional<Article> article(String topic, Language language);

    /** By topic. Of very many, take no more than are needed: some may have to be read first. */
    Stream<Article> articles(Language language);

    /**
     * The article as it reads in a place: with the local values where there are some, else with what it says in their
     * stead.
     *
     * @param place id of the place, null when it is not known
     */
    default Article inPlace(Article article, @Nullable String place) {
        return LocalValues.NONE.in(place, article);
    }

    /** Whether the text, however it is typed, is written down word for word as what no article answers. */
    default boolean isOutside(String text, Language language) {
        return false;
    }

    /**
     * Articles in that language that bear on the text, best first, each at most once; whether in force today or not, so
     * that nobody is answered with a neighbour of what is not.
     *
     * @param text anything a resident may say; never throws for any content
     * @param limit at most so many, 1 to 100
     */
    List<Match> find(String text, Language language, int limit);

    /**
     * What the text asks for if it goes on about an article that was talked about; empty as long as nothing tells.
     *
     * @param topic of that article
     */
    default Optional<FollowUp> followUp(String text, String topic, Language language) {
        return Optional.empty();
    }

    /** The danger that the text may tell of, by what it means; empty as long as nothing tells. */
    default Optional<Alarm> danger(String text, Language language) {
        return Optional.empty();
    }

    /** Waits until articles are found by their meaning as well as by their words; at once when they never will be. */
    default void awaitMeaning() {
        for (Language language : Language.values()) {
            awaitMeaning(language);
        }
    }

    /** The same for the articles of one language. */
    void awaitMeaning(Language language);
}
