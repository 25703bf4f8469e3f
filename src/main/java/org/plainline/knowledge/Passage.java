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
        TITLE(1),
        WORD(1),
        /** Lighter, because two askers' manner of speaking is often more alike than what they ask about. */
        QUESTION(0.6),
        SHORT_ANSWER(1),
        SECTION(1);

        private final double weight;

        Kind(double weight) {
            this.weight = weight;
        }

        double weight() {
            return weight;
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
        return passages;
    }
}
