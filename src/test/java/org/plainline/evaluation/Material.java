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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainline.knowledge.AdapterTrainer;
import org.plainline.knowledge.Article;
import org.plainline.knowledge.Lesson;
import org.plainline.knowledge.Lesson.Question;
import org.plainline.resident.Language;

/** What {@link Teaching} teaches from, cut in parts that are held out one at a time. */
final class Material {
    static final int PARTS = 4;

    /** The lesson about our own articles. */
    static final String OWN = "own";

    private static final Path SETS = Path.of(System.getProperty("evaluation.sets", "../shared/evaluation"));

    /** An encyclopedia asked in its own words: nothing to learn from about people in trouble. */
    private static final List<String> FLOORS = List.of("cmrc", "drcd");

    private static final String OTHER_FIELD = "oos-";

    /** Of these articles somebody asks for the same few again and again. */
    private static final List<String> ASKED_OFTEN = List.of(OWN, "quebec");

    private static final int SOME = 450;
    private static final int SEED = 1;

    private Material() {}

    /** By name: our own, then one for each of the sets' documents, about which several sets may ask. */
    static Map<String, Lesson> lessons(AdapterTrainer trainer, Language language) throws IOException {
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
    static List<Question> names(Collection<Article> articles, Language language) {
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
    static List<Question> otherFields(Language language) throws IOException {
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
        return some(questions);
    }

    private static List<Question> some(List<Question> questions) {
        List<Question> some = new ArrayList<>(questions);
        Collections.shuffle(some, new Random(SEED));
        return some.subList(0, Math.min(SOME, some.size()));
    }
}
