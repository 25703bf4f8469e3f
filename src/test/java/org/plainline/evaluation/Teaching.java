package org.plainline.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainline.answering.ConfidenceFit;
import org.plainline.answering.Judgement;
import org.plainline.answering.Judgement.Verdict;
import org.plainline.knowledge.AdapterTrainer;
import org.plainline.knowledge.Article;
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
    private static final Path SETS = Path.of(System.getProperty("evaluation.sets", "../shared/evaluation"));
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final int PARTS = 4;

    private static final String OWN = "own";

    /** An encyclopedia asked in its own words: nothing to learn from about people in trouble. */
    private static final List<String> FLOORS = List.of("cmrc", "drcd");

    /** Whose documents questions from other fields are put to. */
    private static final List<String> AGAINST = List.of("or-sharc", "stard");

    private static final String OTHER_FIELD = "oos-";

    /** Of these articles somebody asks for the same few again and again. */
    private static final List<String> ASKED_OFTEN = List.of(OWN, "quebec");

    /** So many articles more than are judged, so that enough are left without the right ones. */
    private static final int MORE = 20;

    private static final int SOME = 450;
    private static final int SEED = 1;
    private static final List<Double> BOUNDS = List.of(0.5, 0.55, 0.6, 0.65, 0.7);

    /**
     * How much the questions of a group count together when the confidence is fitted. Chosen so that of the development
     * questions few are answered wrongly, and of other fields hardly any are answered.
     */
    private enum Group {
        OWN(6),
        OWN_WITHOUT_ARTICLE(0.7),
        NAMES(1),
        OTHER_FIELD(1),
        SETS(0.5),
        SETS_WITHOUT_ARTICLE(2),
        SETS_OTHER_FIELD(8);

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
        Map<String, Lesson> lessons = lessons(trainer, language);
        System.out.printf("%s: %s%n", language, lessons.keySet());
        List<UnaryOperator<float[]>> adapters = IntStream.range(0, PARTS)
                .mapToObj(part -> AdapterTrainer.adapter(trainer.learn(
                        lessons.values(), question -> !question.parts().contains(part))))
                .toList();
        byte[] learned = trainer.learn(lessons.values(), _ -> true);
        List<Question> others = some(otherFields(language));
        Map<Group, List<Found>> found = new TreeMap<>();
        lessons.forEach((name, lesson) -> {
            List<Knowledge> moved = adapters.stream().map(lesson::by).toList();
            List<Found> before = find(
                    name,
                    language,
                    Collections.nCopies(PARTS, lesson.by(UnaryOperator.identity())),
                    lesson.questions());
            List<Found> after = find(name, language, moved, lesson.questions());
            System.out.printf("%s, nDCG@10 without %.3f, held out %.3f%n", name, ndcg(before), ndcg(after));
            boolean isOwn = name.equals(OWN);
            add(found, isOwn ? Group.OWN : Group.SETS, after);
            add(
                    found,
                    isOwn ? Group.OWN_WITHOUT_ARTICLE : Group.SETS_WITHOUT_ARTICLE,
                    after.stream()
                            .filter(one -> !one.question().right().isEmpty())
                            .map(Found::withoutRight)
                            .toList());
            if (isOwn) {
                add(found, Group.NAMES, find(name, language, moved, names(lesson.articles(), language)));
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

    /** By name: our own, then one for each of the sets' documents, about which several sets may ask. */
    private static Map<String, Lesson> lessons(AdapterTrainer trainer, Language language) throws IOException {
        Map<List<TestSet.Document>, String> names = new LinkedHashMap<>();
        Map<List<TestSet.Document>, List<Question>> questions = new LinkedHashMap<>();
        for (Path folder : folders()) {
            if (isLesson(folder.getFileName().toString(), language)) {
                TestSet set = TestSet.read(folder);
                String name = names.computeIfAbsent(set.documents(), _ -> set.name());
                questions
                        .computeIfAbsent(set.documents(), _ -> new ArrayList<>())
                        .addAll(set.questions().stream()
                                .map(asked -> question(name, asked.text(), set.answers(asked)))
                                .toList());
            }
        }
        Map<String, Lesson> lessons = new LinkedHashMap<>();
        lessons.put(OWN, trainer.lesson(OWN, Path.of("knowledge-base"), own(language)));
        for (var its : questions.entrySet()) {
            String name = names.getOrDefault(its.getKey(), "");
            lessons.put(name, trainer.lesson(name, Corpus.articles(its.getKey(), language), its.getValue()));
        }
        return lessons;
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(SETS)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static boolean isLesson(String name, Language language) {
        return !name.startsWith(OTHER_FIELD)
                && FLOORS.stream().noneMatch(name::startsWith)
                && !name.endsWith("-leaveout")
                && name.contains("zh") == (language == Language.ZH);
    }

    private static List<Question> own(Language language) throws IOException {
        return QuestionSet.read(Path.of("src/test/resources/questions", language.code() + ".tsv"), language)
                .where(QuestionSet.Asked::isForDevelopment)
                .stream()
                .map(asked -> question(OWN, asked.text(), asked.topics()))
                .toList();
    }

    /** Cut by question where all articles are asked for often, else by the right articles. */
    private static Question question(String lesson, String text, Set<String> right) {
        boolean byQuestion = right.isEmpty() || ASKED_OFTEN.stream().anyMatch(lesson::startsWith);
        return new Question(
                text,
                right,
                (byQuestion ? Set.of(text) : right)
                        .stream()
                                .map(cut -> Math.floorMod(cut.hashCode(), PARTS))
                                .collect(Collectors.toSet()));
    }

    /** The names that people have for articles, with what they say around them. */
    private static List<Question> names(Collection<Article> articles, Language language) {
        List<String> around = language == Language.ZH
                ? List.of("%s", "请问%s", "我想问一下%s", "%s怎么办", "%s怎么申请", "%s需要带什么", "%s在哪办", "%s要什么条件", "%s能领多少")
                : List.of("%s", "%s please", "how do i get %s", "what do i bring for %s", "where do i go for %s");
        List<Question> names = articles.stream()
                .flatMap(article -> article.words().stream()
                        .flatMap(word -> around.stream()
                                .map(frame -> question(OWN, frame.formatted(word), Set.of(article.topic())))))
                .toList();
        return some(names);
    }

    /** Of the sets about anything but rules. */
    private static List<Question> otherFields(Language language) throws IOException {
        List<Question> questions = new ArrayList<>();
        for (Path folder : folders()) {
            String name = folder.getFileName().toString();
            boolean isOther =
                    language == Language.ZH ? FLOORS.stream().anyMatch(name::startsWith) : name.startsWith(OTHER_FIELD);
            if (isOther) {
                TestSet.read(folder)
                        .questions()
                        .forEach(asked -> questions.add(question(name, asked.text(), Set.of())));
            }
        }
        return questions;
    }

    private static List<Question> some(List<Question> questions) {
        List<Question> some = new ArrayList<>(questions);
        Collections.shuffle(some, new Random(SEED));
        return some.subList(0, Math.min(SOME, some.size()));
    }
}
