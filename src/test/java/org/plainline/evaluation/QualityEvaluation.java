package org.plainline.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.plainline.answering.Answer;
import org.plainline.answering.Answers;
import org.plainline.evaluation.QuestionSet.Asked;
import org.plainline.evaluation.QuestionSet.Result;
import org.plainline.knowledge.Article;
import org.plainline.knowledge.FixedKnowledge;
import org.plainline.knowledge.Knowledge;
import org.plainline.knowledge.Retrieval;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * {@code mvn -Pevaluation verify}: every set in the folder {@code evaluation.sets} that is there, and the questions in
 * {@code src/test/resources/questions}; writes {@code docs/quality.md}.
 */
@SpringBootTest(
        classes = QualityEvaluation.AnsweringOnly.class,
        properties = {
            "plainline.vectors=target/vectors",
            "plainline.knowledge-base=knowledge-base",
            "spring.main.web-application-type=none"
        })
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class QualityEvaluation {
    private static final Path SETS = Path.of(System.getProperty("evaluation.sets", "../shared/evaluation"));
    private static final Path QUESTIONS =
            Path.of(System.getProperty("evaluation.questions", "src/test/resources/questions"));
    /** What the documents of the sets mean, which {@link Teaching} works out as well. */
    private static final Path STUDIED = Path.of("target/vectors/lessons");

    private static final String OUT_OF_SCOPE = "oos-";
    private static final String AGAINST = "or-sharc-dev-q";

    /** Several sets ask about the same documents, and working those out takes longest. */
    private final Map<List<TestSet.Document>, FixedKnowledge> corpora = new HashMap<>();

    private final List<String> report = new ArrayList<>(List.of(
            "# How well it finds and decides",
            "",
            "Written by `mvn -Pevaluation verify`; do not edit. `bm25` goes by words, `dense` by meaning, `hybrid` is what"
                    + " the service does."));

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"org.plainline.knowledge", "org.plainline.answering"})
    static class AnsweringOnly {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Autowired
    private Answers answers;

    @Autowired
    private Knowledge knowledge;

    @Test
    @Order(1)
    void measuresQuestionsToTheKnowledgeBase() throws IOException {
        knowledge.awaitMeaning();
        report.addAll(List.of(
                "",
                "## Questions to the knowledge base",
                "",
                "Of all: wrong answers. Of those that an article answers: answered right, right one among at most three"
                        + " choices, both together. Of the others: answered, offered a choice.",
                "",
                "| questions | number | wrong | right | offered | right or offered | others answered |",
                "| --- | --- | --- | --- | --- | --- | --- |"));
        for (Language language : Language.values()) {
            Path file = QUESTIONS.resolve(language.code() + ".tsv");
            if (Files.exists(file)) {
                report(QuestionSet.read(file, language));
            }
        }
    }

    private void report(QuestionSet set) {
        String name = set.language().code();
        report(name + ", development half", set.where(Asked::isForDevelopment), asked -> set.result(asked, answers));
        Map<String, List<Asked>> byKind = new TreeMap<>();
        set.where(Asked::isForDevelopment)
                .forEach(asked -> byKind.computeIfAbsent(asked.kind(), _ -> new ArrayList<>())
                        .add(asked));
        byKind.forEach((kind, asked) -> report(name + ", " + kind, asked, one -> set.result(one, answers)));
        List<Asked> last = set.where(asked -> !asked.isForDevelopment());
        report("**" + name + ", final half**", last, asked -> set.result(asked, answers));
        List<String> topics =
                knowledge.articles(set.language()).map(Article::topic).sorted().toList();
        report("**" + name + ", final half, while another article is open**", last, asked -> {
            String open = IntStream.iterate(7 * asked.number(), place -> place + 1)
                    .mapToObj(place -> topics.get(place % topics.size()))
                    .filter(topic -> !asked.topics().contains(topic))
                    .findFirst()
                    .orElseThrow();
            return set.result(asked, open, answers);
        });
    }

    private void report(String name, List<Asked> asked, Function<Asked, Result> answered) {
        Map<Result, Integer> inScope = new TreeMap<>();
        Map<Result, Integer> others = new TreeMap<>();
        for (Asked one : asked) {
            (one.topics().isEmpty() ? others : inScope).merge(answered.apply(one), 1, Integer::sum);
        }
        int answerable = inScope.values().stream().mapToInt(Integer::intValue).sum();
        int right = inScope.getOrDefault(Result.RIGHT, 0);
        int offered = inScope.getOrDefault(Result.OFFERED, 0);
        int answeredOthers = others.getOrDefault(Result.WRONG, 0);
        report.add("| " + name + " | " + asked.size() + " | "
                + share(inScope.getOrDefault(Result.WRONG, 0) + answeredOthers, asked.size()) + " | "
                + share(right, answerable) + " | " + share(offered, answerable) + " | "
                + share(right + offered, answerable) + " | " + share(answeredOthers, asked.size() - answerable)
                + " |");
    }

    private static String share(int part, int all) {
        return all == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
    }

    @Test
    @Order(2)
    void measuresFollowUpQuestions() throws IOException {
        knowledge.awaitMeaning();
        report.addAll(List.of(
                "",
                "## Follow-up questions",
                "",
                "What is said next, when an article was talked about. Of what goes on about it: answered with a right"
                        + " article, or one among at most three choices; wrong: answered with another article; of that for"
                        + " which it has a section: answered with that section, with another one (with the whole article"
                        + " else). Of what turns to another article: answered right, offered, answered wrong. Of what no"
                        + " article answers: answered.",
                "",
                "| half | going on | right | offered | wrong | right section | other section | turning | right | offered"
                        + " | wrong | others | answered |",
                "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"));
        for (Language language : Language.values()) {
            Path file = QUESTIONS.resolve("follow-up-" + language.code() + ".tsv");
            if (Files.exists(file)) {
                FollowUpSet set = FollowUpSet.read(file, language);
                String name = language.code();
                report(name + ", development half", set, set.where(FollowUpSet.Said::isForDevelopment));
                report("**" + name + ", final half**", set, set.where(said -> !said.isForDevelopment()));
            }
        }
    }

    private void report(String name, FollowUpSet set, List<FollowUpSet.Said> all) {
        Map<FollowUpSet.Said, Answer> given = new LinkedHashMap<>();
        all.forEach(said -> given.put(said, set.answer(said, answers)));
        List<FollowUpSet.Said> goingOn =
                all.stream().filter(said -> said.kind().isAboutTheOpenOne()).toList();
        List<FollowUpSet.Said> turning = of(all, FollowUpSet.Kind.TURN);
        List<FollowUpSet.Said> away = of(all, FollowUpSet.Kind.AWAY);
        List<FollowUpSet.Said> forSection =
                goingOn.stream().filter(said -> !said.sections().isEmpty()).toList();
        Map<Boolean, Long> rightSection = forSection.stream()
                .flatMap(said -> set.section(said, Objects.requireNonNull(given.get(said))).stream()
                        .map(section -> said.sections().contains(section)))
                .collect(Collectors.partitioningBy(is -> is, Collectors.counting()));
        report.add("| " + name + " | " + goingOn.size() + " | "
                + results(goingOn, given, Result.RIGHT, Result.OFFERED, Result.WRONG)
                + Stream.of(true, false)
                        .map(is -> share(
                                        Objects.requireNonNull(rightSection.get(is))
                                                .intValue(),
                                        forSection.size())
                                + " | ")
                        .collect(Collectors.joining())
                + turning.size() + " | "
                + results(turning, given, Result.RIGHT, Result.OFFERED, Result.WRONG) + away.size() + " | "
                + results(away, given, Result.WRONG).strip());
    }

    private static List<FollowUpSet.Said> of(List<FollowUpSet.Said> all, FollowUpSet.Kind kind) {
        return all.stream().filter(said -> said.kind() == kind).toList();
    }

    private static String results(List<FollowUpSet.Said> all, Map<FollowUpSet.Said, Answer> given, Result... wanted) {
        return Stream.of(wanted)
                .map(result -> share(
                                (int) all.stream()
                                        .filter(said -> QuestionSet.result(
                                                        said.topics(), Objects.requireNonNull(given.get(said)))
                                                == result)
                                        .count(),
                                all.size())
                        + " | ")
                .collect(Collectors.joining());
    }

    @Test
    @Order(3)
    void measuresTheSets() throws IOException {
        if (!Files.isDirectory(SETS)) {
            return;
        }
        report.addAll(List.of(
                "",
                "## Development sets",
                "",
                "The service has learned from these sets and from the development half above, so their figures flatter it;"
                        + " what is gained on right articles that were held out stands in"
                        + " [a decision](decisions/questions-are-moved-to-their-answers.md).",
                "",
                "Sets without questions out of scope show an AUROC of 0.5. Milliseconds: those of `dense` include making the"
                        + " question's vector, those of `hybrid` do not, because it was asked before.",
                "",
                "| set | mode | nDCG@10 | recall@5 | hit@1 | AUROC | answered | false answers | p50 ms | p99 ms |",
                "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"));
        try (Stream<Path> folders = Files.list(SETS)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                measure(folder);
            }
        }
    }

    private void measure(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        boolean elsewhere = name.startsWith(OUT_OF_SCOPE);
        TestSet set = TestSet.read(elsewhere ? SETS.resolve(AGAINST) : folder);
        List<TestSet.Asked> others = elsewhere ? TestSet.read(folder).questions() : List.of();
        Language language = name.contains("zh") ? Language.ZH : Language.EN;
        FixedKnowledge articles = corpora.get(set.documents());
        if (articles == null) {
            articles = FixedKnowledge.of(language, Corpus.articles(set.documents(), language));
            articles.study(STUDIED, elsewhere ? AGAINST : name);
            corpora.put(set.documents(), articles);
        }
        for (Retrieval retrieval : elsewhere ? List.of(Retrieval.BOTH) : List.of(Retrieval.values())) {
            FixedKnowledge corpus = articles.by(retrieval);
            Quality quality = Quality.of(
                    name, retrieval.code(), new Evaluation(corpus, language, channel(name)).run(set, others));
            report.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.1f | %.1f |",
                    name,
                    retrieval.code(),
                    quality.ndcg(),
                    quality.recall(),
                    quality.hit(),
                    quality.auroc(),
                    quality.answered(),
                    quality.falseAnswers(),
                    quality.p50(),
                    quality.p99()));
        }
    }

    private static Channel channel(String name) {
        if (name.endsWith("-asr")) {
            return Channel.VOICE;
        }
        return name.endsWith("-sms") || name.endsWith("-noisy") ? Channel.SMS : Channel.CHAT;
    }

    @AfterAll
    void write() throws IOException {
        Files.write(Path.of(System.getProperty("evaluation.report", "docs/quality.md")), report);
    }
}
