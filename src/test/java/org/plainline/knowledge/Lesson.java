package org.plainline.knowledge;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.plainline.resident.Language;

/** Articles that the networks have read, and questions with known right ones among them. */
public final class Lesson {
    /**
     * @param right topics of the articles that answer it; none when no article does
     * @param parts of all questions to which it belongs, at least one; a part is held out together
     */
    public record Question(String text, Set<String> right, Set<Integer> parts) {}

    static final class Known {
        private final Question question;
        private final float[] vector;

        /** @param vector as the networks have it, of length 1 */
        Known(Question question, float[] vector) {
            this.question = question;
            this.vector = vector;
        }

        Question question() {
            return question;
        }

        float[] vector() {
            return vector;
        }
    }

    private final Language language;
    private final SentenceModel networks;
    private final Meanings meanings;
    private final Shelf shelf;
    private final List<Known> questions;

    private Lesson(Language language, SentenceModel networks, Meanings meanings, Shelf shelf, List<Known> questions) {
        this.language = language;
        this.networks = networks;
        this.meanings = meanings;
        this.shelf = shelf;
        this.questions = questions;
    }

    /** @param kept what was read before, and will be next time */
    static Lesson of(
            Language language,
            SentenceModel networks,
            VectorFile kept,
            Collection<Article> articles,
            Outside outside,
            Collection<Question> questions)
            throws IOException {
        Shelf shelf = Shelf.empty(language).with(articles).beside(outside);
        var meanings = new Meanings(language, networks);
        meanings.learn(shelf.meant(), kept);
        return new Lesson(
                language,
                networks,
                meanings,
                shelf,
                questions.parallelStream()
                        .map(question -> new Known(
                                question,
                                meanings.question(shelf.plain(question.text(), meanings::isWord))
                                        .orElseThrow()
                                        .unmoved()))
                        .toList());
    }

    public List<Question> questions() {
        return questions.stream().map(Known::question).toList();
    }

    public Collection<Article> articles() {
        return shelf.articles().values();
    }

    /** The articles as they are found today when questions are moved so. */
    public Knowledge by(UnaryOperator<float[]> adapter) {
        var moved = new Meanings(language, networks.moving(adapter));
        moved.remember(meanings.known(shelf.meant()));
        Shelf again = Shelf.empty(language).with(shelf.articles().values()).beside(shelf.outside());
        again.understand(moved);
        return new FixedKnowledge(language, again, moved, Retrieval.BOTH);
    }

    /**
     * The wanted questions, with the articles that answer some of them. Others are left out: nothing says where their
     * questions are, and they would only learn to keep away from all.
     */
    Exercise exercise(Predicate<Question> wanted) {
        List<Known> some = answered(wanted);
        Set<String> right = some.stream()
                .flatMap(known -> known.question().right().stream())
                .collect(Collectors.toSet());
        return new Exercise(
                shelf.meant().stream()
                        .filter(passage -> passage.kind() != Passage.Kind.OUTSIDE && right.contains(passage.topic()))
                        .toList(),
                meanings,
                some);
    }

    private List<Known> answered(Predicate<Question> wanted) {
        Set<String> topics = Set.copyOf(shelf.articles().keySet());
        return questions.stream()
                .filter(known -> wanted.test(known.question()))
                .filter(known -> known.question().right().stream().anyMatch(topics::contains))
                .toList();
    }
}
