package org.plainline.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A stretch of text that can be found, and what it tells about.
 *
 * @param topic the article, the {@link Outside} subject or the kind of {@link Sayings} it belongs to
 */
record Passage(String topic, Kind kind, String text) {
    /** Lists have one thing a line; a bar parts several ways to say one thing. */
    private static final Pattern SENTENCE_END = Pattern.compile("\\n+| \\| |(?<=[.!?;])\\s|(?<=[。！？；])");

    enum Kind {
        TITLE(0),
        WORD(0.8),
        QUESTION(1),
        SHORT_ANSWER(0.5),
        SECTION(1),
        SENTENCE(0.5),
        /** Belongs to a subject that no article answers, and so is never found. */
        OUTSIDE(0),
        /** Asks for a section of whatever article is talked about, and so is never found, either. */
        FOLLOW_UP(0),
        /** Tells of danger, or of what only sounds like it. */
        DANGER(0);

        private final double meaning;

        Kind(double meaning) {
            this.meaning = meaning;
        }

        boolean isFound() {
            return this != OUTSIDE && this != FOLLOW_UP && this != DANGER;
        }

        /** Whether people say it to the service; the others tell them something. */
        boolean isSaid() {
            return this == QUESTION || this == OUTSIDE || this == FOLLOW_UP || this == DANGER;
        }

        /** Whether people say it to the service when nobody is in danger. */
        boolean isHarmless() {
            return isSaid() && this != DANGER;
        }

        /** How much the likeness in meaning of a topic's nearest passage of this kind counts, against other kinds. */
        double meaning() {
            return meaning;
        }

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

    /**
     * What is found by its words. Sections stand under their heading, because "how much" and "how long" are what people
     * ask for.
     */
    static List<Passage> of(Article article) {
        List<Passage> passages = new ArrayList<>();
        passages.add(new Passage(article.topic(), Kind.TITLE, article.title()));
        passages.addAll(written(article));
        article.sections()
                .forEach(section -> passages.add(
                        new Passage(article.topic(), Kind.SECTION, section.heading() + "\n" + section.markdown())));
        return passages.stream().filter(passage -> !passage.text().isBlank()).toList();
    }

    /**
     * What is found by its meaning. A section needs its article's title to mean anything; its sentences alone are found
     * by who asks for one detail.
     */
    static List<Passage> meant(Article article) {
        List<Passage> passages = new ArrayList<>(written(article));
        article.sections().forEach(section -> passages.addAll(meant(article, section)));
        return passages.stream().filter(passage -> !passage.text().isBlank()).toList();
    }

    /** Those of {@link #meant(Article)} that one section makes. */
    static List<Passage> meant(Article article, Section section) {
        List<Passage> passages = new ArrayList<>();
        String whole = String.join("\n", article.title(), section.heading(), section.markdown());
        passages.add(new Passage(article.topic(), Kind.SECTION, whole.strip()));
        SENTENCE_END
                .splitAsStream(section.markdown())
                .map(String::strip)
                .filter(sentence -> sentence.length() > 1)
                .forEach(sentence -> passages.add(new Passage(article.topic(), Kind.SENTENCE, sentence)));
        return passages;
    }

    private static List<Passage> written(Article article) {
        List<Passage> passages = new ArrayList<>();
        article.words().forEach(word -> passages.add(new Passage(article.topic(), Kind.WORD, word)));
        article.questions().forEach(question -> passages.add(new Passage(article.topic(), Kind.QUESTION, question)));
        passages.add(new Passage(article.topic(), Kind.SHORT_ANSWER, article.shortAnswer()));
        return passages;
    }
}
