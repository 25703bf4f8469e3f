package org.plainline.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainline.knowledge.AdapterTrainer;
import org.plainline.knowledge.AdapterTrainer.Question;
import org.plainline.resident.Language;

/**
 * {@code mvn test -Dtest=AdapterTraining#learns}: learns where questions' answers are, from the development half of the
 * questions to the knowledge base and from the development sets in which people ask about rules; writes
 * {@code src/main/resources/query-adapters}.
 */
class AdapterTraining {
    private static final Path SETS = Path.of(System.getProperty("evaluation.sets", "../shared/evaluation"));
    private static final Path ADAPTERS = Path.of("src/main/resources/query-adapters");
    private static final List<String> FLOORS = List.of("cmrc", "drcd");
    private static final int PARTS = 4;

    @ParameterizedTest
    @EnumSource
    void learns(Language language) throws IOException {
        AdapterTrainer trainer = trainer(language);
        Files.write(ADAPTERS.resolve(language.code() + ".bin"), trainer.learn(_ -> true));
    }

    /** On right articles that the lessons did not have, a quarter of all at a time. */
    @ParameterizedTest
    @EnumSource
    void printsWhatIsGained(Language language) throws IOException {
        AdapterTrainer trainer = trainer(language);
        for (int part = 0; part < PARTS; part++) {
            int heldOut = part;
            Predicate<Question> wanted =
                    question -> question.right().stream().allMatch(topic -> part(topic) == heldOut);
            Predicate<Question> lesson =
                    question -> question.right().stream().noneMatch(topic -> part(topic) == heldOut);
            System.out.printf(
                    "%s, part %d, nearest in meaning: %s, adapted: %s%n",
                    language,
                    part,
                    trainer.nearest(UnaryOperator.identity(), wanted),
                    trainer.nearest(AdapterTrainer.adapter(trainer.learn(lesson)), wanted));
        }
    }

    private static int part(String topic) {
        return Math.floorMod(topic.hashCode(), PARTS);
    }

    /** Its lessons: our own questions, then the sets. */
    private static AdapterTrainer trainer(Language language) throws IOException {
        var trainer = new AdapterTrainer(language);
        trainer.add(Path.of("knowledge-base"), own(language));
        lessons(language)
                .forEach((documents, questions) -> trainer.add(Corpus.articles(documents, language), questions));
        return trainer;
    }

    private static List<Question> own(Language language) throws IOException {
        return QuestionSet.read(Path.of("src/test/resources/questions", language.code() + ".tsv"), language)
                .where(QuestionSet.Asked::isForDevelopment)
                .stream()
                .map(asked -> new Question(asked.text(), asked.topics()))
                .toList();
    }

    /** Sets about the same documents are one lesson. */
    private static Map<List<TestSet.Document>, List<Question>> lessons(Language language) throws IOException {
        Map<List<TestSet.Document>, List<Question>> lessons = new LinkedHashMap<>();
        try (Stream<Path> folders = Files.list(SETS)) {
            for (Path folder : folders.filter(folder -> isLesson(folder, language))
                    .sorted()
                    .toList()) {
                TestSet set = TestSet.read(folder);
                set.questions()
                        .forEach(asked -> lessons.computeIfAbsent(set.documents(), _ -> new ArrayList<>())
                                .add(new Question(asked.text(), set.answers(asked))));
            }
        }
        return lessons;
    }

    /** The floors ask an encyclopedia in its own words: nothing to learn from about people in trouble. */
    private static boolean isLesson(Path folder, Language language) {
        String name = folder.getFileName().toString();
        return Files.isDirectory(folder)
                && !name.startsWith("oos-")
                && FLOORS.stream().noneMatch(name::startsWith)
                && !name.endsWith("-leaveout")
                && name.contains("zh") == (language == Language.ZH);
    }
}
