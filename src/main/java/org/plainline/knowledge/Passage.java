package org.plainline.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of text that can be found, and what it tells about.
 *
 * @param topic the article it belongs to
 */
record Passage(String topic, Kind kind, String text) {
    enum Kind {
        TITLE,
        WORD,
        QUESTION,
        SHORT_ANSWER,
        SECTION;

        /**
         * How much a match counts.
         *
         * @param likeness cosine-like, 0 for nothing in common to about 1 for the same words
         */
        double weight(double likeness) {
            // Two askers' manner of speaking is often more alike than what they ask about: a sample question counts
            // only when it is nearly what was asked. The figures were fitted to held-out sample questions.
            return this == QUESTION ? 0.15 + 2.5 * likeness * likeness : 0.6 + 0.5 * likeness;
        }
    }

    /** Sections are found under their heading, because "how much" and "how long" are what people ask for. */
    static List<Passage> of(Article article) {
        List<Passage> passages = new ArrayList<>();
        passages.add(new Passage(article.topic(), Kind.TITLE, article.title()));
        article.words().forEach(word -> passages.add(new Passage(article.topic(), Kind.WORD, word)));
        article.questions().forEach(question -> passages.add(new Passage(article.topic(), Kind.QUESTION, question)));
        passages.add(new Passage(article.topic(), Kind.SHORT_ANSWER, article.shortAnswer()));
        article.sections()
                .forEach(section -> passages.add(
                        new Passage(article.topic(), Kind.SECTION, section.heading() + "\n" + section.markdown())));
        return passages.stream().filter(passage -> !passage.text().isBlank()).toList();
    }
}
