package org.plainline.knowledge;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;

/** The articles there are at one moment, as questions need them. */
sealed interface Holdings permits Snapshot, FirstLook {
    /** The shelf to look for a text on: all articles that the text may be about stand there. */
    Shelf shelf(String text, Language language);

    @Nullable
    Article article(ArticleFile file);

    /** By topic. */
    Stream<Article> articles(Language language);

    /** How many articles there are, or may be. */
    Map<Language, Integer> sizes();

    LocalValues local();

    Outside outside(Language language);

    /** What is known to keep newer or further articles out. */
    List<Finding> findings();
}
