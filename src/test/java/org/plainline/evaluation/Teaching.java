package org.plainline.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainline.answering.ConfidenceFit;
import org.plainline.answering.Judgement;
import org.plainline.answering.Judgement.Verdict;
import org.plainline.knowledge.AdapterTrainer;
import org.plainline.knowledge.Knowledge;
import org.plainline.knowledge.Lesson;
import org.plainline.knowledge.Lesson.Question;
import org.plainline.knowledge.Match;
import org.plainline.resident.Language;

/**
 * {@code mvn test -Dtest=Teaching}: learns from questions with known right answers where a question's answers are, then
 * how sure of an answer one may be; writes {@code query-adapters} and {@code confidence} of the resources, and prints
 * what is gained on questions that were held out.
 *
 * <p>The questions are the development half of those to the knowledge base, and the development sets in which people
 * ask about rules. They are cut in parts. Each question is found by a map that was learned from no question of its
 * part, or it would look nearer than a new one does; one with right articles in several parts belongs to all of them
 * and is found by the map of the first.
 */
class Teaching {
    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Whose documents questions from other fields are put to. */
    private static final List<String> AGAINST = List.of("or-sharc", "stard");

    /** So many articles more than are judged, so that enough are left without the right ones. */
    private static final int MORE = 20;

    private static final List<Double> BOUNDS = List.of(0.5, 0.55, 0.6, 0.62, 0.65, 0.67, 0.7);

    /**
     * How much the questions of a group count together when the confidence is fitted. Chosen so that of the development
     * questions few are answered wrongly, and of other fields hardly any are answered.
     */
    private enum Group {
        OWN(6),
        OWN_WITHOUT_ARTICLE(1.5),
        NAMES(1),
        OTHER_FIELD(1),
        SETS(1),
        SETS_WITHOUT_ARTICLE(1),
        SETS_OTHER_FIELD(4);

        private final double weight;

        Group(double weight) {
            this.weight = weight;
        }
    }

    /** A question, and what was found for it. */
    private record Found(String lesson, Question question, List<Match> matches) {
        boolean isFirstRight() {
            return !matches.isEmpty()
                    && question.right().contains(matches.getFirst().article().topic());
        }

        List<String> topics() {
            return matches.stream().map(match -> match.article().topic()).toList();
        }

        Found withoutRight() {
            return new Found(
                    lesson,
                    new Question(question.text(), Set.of(), question.parts()),
                    matches.stream()
                            .filter(match ->
                                    !question.right().contains(match.article().topic()))
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void teaches(Language language) throws IOException {
        var trainer = new AdapterTrainer(language, Path.of("target/vectors/lessons"));
        Map<String, Lesson> lessons = Material.lessons(trainer, language);
        System.out.printf("%s: %s%n", language, lessons.keySet());
        List<UnaryOperator<float[]>> adapters = IntStream.range(0, Material.PARTS)
                .mapToObj(part -> AdapterTrainer.adapter(trainer.learn(
                        lessons.values(), question -> !question.parts().contains(part))))
                .toList();
        byte[] learned = trainer.learn(lessons.values(), _ -> true);
        List<Question> others = Material.otherFields(language);
        Map<Group, List<Found>> found = new TreeMap<>();
        lessons.forEach((name, lesson) -> {
            List<Knowledge> moved = adapters.stream().map(lesson::by).toList();
            List<Found> before = find(
                    name,
                    language,
                    Collections.nCopies(Material.PARTS, lesson.by(UnaryOperator.identity())),
                    lesson.questions());
            List<Found> after = find(name, language, moved, lesson.questions());
            System.out.printf("%s, nDCG@10 without %.3f, held out %.3f%n", name, ndcg(before), ndcg(after));
            boolean isOwn = name.equals(Material.OWN);
            add(found, isOwn ? Group.OWN : Group.SETS, after);
            add(
                    found,
                    isOwn ? Group.OWN_WITHOUT_ARTICLE : Group.SETS_WITHOUT_ARTICLE,
                    after.stream()
                            .filter(one -> !one.question().right().isEmpty())
                            .map(Found::withoutRight)
                            .toList());
            if (isOwn) {
                add(found, Group.NAMES, find(name, language, moved, Material.names(lesson.articles(), language)));
                add(found, Group.OTHER_FIELD, find(name, language, moved, others));
            }
            if (AGAINST.stream().anyMatch(name::startsWith)) {
                add(found, Group.SETS_OTHER_FIELD, find(name, language, moved, others));
            }
        });
        ConfidenceFit.Fitted fitted = fitted(found);
        print(found, fitted);
        Files.write(RESOURCES.resolve("query-adapters").resolve(language.code() + ".bin"), learned);
        fitted.write(RESOURCES.resolve("confidence"), language);
    }

    private static void add(Map<Group, List<Found>> found, Group group, List<Found> more) {
        found.computeIfAbsent(group, _ -> new ArrayList<>()).addAll(more);
    }

    private static ConfidenceFit.Fitted fitted(Map<Group, List<Found>> found) {
        var fit = new ConfidenceFit();
        found.forEach((group, its) -> fit.add(
                group.weight,
                its.stream()
                        // Nobody has looked whether another article of a set answers as well.
                        .filter(one -> group != Group.SETS || one.isFirstRight())
                        .map(one -> new ConfidenceFit.Example(one.question().text(), judged(one), one.isFirstRight()))
                        .toList()));
        return fit.fitted();
    }

    /** The maps have not seen these questions; the weights have. */
    private static void print(Map<Group, List<Found>> found, ConfidenceFit.Fitted fitted) {
        found.forEach((group, its) -> print(group, its, fitted));
        BOUNDS.forEach(bound -> print(found.getOrDefault(Group.OWN, List.of()), bound, fitted));
        print(found, Group.SETS, Group.SETS_WITHOUT_ARTICLE, fitted);
        print(found, Group.OWN, Group.OTHER_FIELD, fitted);
    }

    private static List<Match> judged(Found one) {
        return one.matches().stream().limit(Judgement.MATCHES).toList();
    }

    private static void print(Group group, List<Found> found, ConfidenceFit.Fitted fitted) {
        Map<String, Integer> results = new TreeMap<>();
        for (Found one : found) {
            Verdict verdict =
                    fitted.judgement(one.question().text(), judged(one)).verdict();
            results.merge(verdict + (one.isFirstRight() ? ", first right" : ", first wrong"), 1, Integer::sum);
        }
        System.out.printf("%s: %s%n", group, results);
    }

    /** What comes of our own questions when the first article is the answer from so much confidence on. */
    private static void print(List<Found> found, double bound, ConfidenceFit.Fitted fitted) {
        List<Found> answered = found.stream()
                .filter(one ->
                        fitted.judgement(one.question().text(), judged(one)).confidence() >= bound)
                .toList();
        double right = answered.stream().filter(Found::isFirstRight).count();
        double answerable =
                found.stream().filter(one -> !one.question().right().isEmpty()).count();
        double uncovered = answered.stream()
                .filter(one -> one.question().right().isEmpty())
                .count();
        System.out.printf(
                "From %.2f: wrong %.3f of all, right %.3f of what is answered by an article, %.3f of the others answered%n",
                bound,
                (answered.size() - right) / found.size(),
                right / answerable,
                uncovered / (found.size() - answerable));
    }

    /** How well the confidence tells what is answered from what is not. */
    private static void print(
            Map<Group, List<Found>> found, Group answered, Group others, ConfidenceFit.Fitted fitted) {
        Map<String, List<Outcome>> outcomes = new TreeMap<>();
        Stream.of(answered, others)
                .flatMap(group -> found.getOrDefault(group, List.of()).stream())
                .forEach(one -> outcomes.computeIfAbsent(one.lesson(), _ -> new ArrayList<>())
                        .add(outcome(one, fitted)));
        outcomes.forEach((lesson, its) -> System.out.printf(
                "%s, %s against %s: AUROC %.3f%n",
                lesson, answered, others, Quality.of(lesson, "", its).auroc()));
    }

    private static Outcome outcome(Found one, ConfidenceFit.Fitted fitted) {
        return new Outcome(
                one.topics(),
                one.question().right(),
                fitted.judgement(one.question().text(), judged(one)),
                0);
    }

    private static double ndcg(List<Found> found) {
        var notJudged = new Judgement(0, Verdict.NOT_COVERED);
        return found.stream()
                .filter(one -> !one.question().right().isEmpty())
                .mapToDouble(one -> new Outcome(one.topics(), one.question().right(), notJudged, 0).ndcg())
                .average()
                .orElse(0);
    }

    /** @param knowledge by part, of which a question's first is asked */
    private static List<Found> find(
            String name, Language language, List<Knowledge> knowledge, List<Question> questions) {
        return questions.parallelStream()
                .map(question -> new Found(
                        name,
                        question,
                        knowledge
                                .get(Collections.min(question.parts()))
                                .find(question.text(), language, Judgement.MATCHES + MORE)))
                .toList();
    }
}
