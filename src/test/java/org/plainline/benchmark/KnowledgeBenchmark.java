package org.plainline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainline.ServiceProcess;

/**
 * {@code mvn -Pbenchmark test -Dtest=KnowledgeBenchmark}: how soon a service with ten thousand articles answers, how
 * soon a changed one is live, and that a restart works out no meaning again. It asserts only that answers were right;
 * figures are printed, not judged.
 */
class KnowledgeBenchmark {
    private static final int ARTICLES = Integer.getInteger("benchmark.articles", 10_000);
    /** Each new question is about something that no article and no other question knows. */
    private static final List<String> CHANGES = List.of("鲸鱼搁浅", "骆驼迷路", "孔雀开屏", "企鹅换毛", "蜘蛛结网", "狮子打盹");

    private static final int FEW_TOPICS = 10;
    private static final int SIXTY = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path temporary;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void printsHowSoonManyArticlesAnswerAndAChangedOneIsLive() throws Exception {
        Path few = Files.createDirectories(temporary.resolve("sixty"));
        ManyArticles.write(few, SIXTY);
        for (int run = 0; run < 2; run++) {
            long began = System.nanoTime();
            try (ServiceProcess service = start(few)) {
                printStart(few, service, began, run, 2 * SIXTY);
            }
        }
        Path folder = Files.createDirectories(temporary.resolve("many"));
        ManyArticles.write(folder, ARTICLES / 2);
        for (int run = 0; run < 2; run++) {
            long began = System.nanoTime();
            try (ServiceProcess service = start(folder)) {
                printStart(folder, service, began, run, ARTICLES);
                await().atMost(PATIENCE).until(() -> service.output().contains(ARTICLES / 2 + " articles in Chinese"));
                System.out.printf(
                        "All of them read after %.1f s (%.1f s of processor time)%n",
                        seconds(began), processorSeconds(service));
                String address = service.address();
                printChange("at once", folder, address, run);
                long before = kept(folder);
                await().atMost(PATIENCE).until(() -> kept(folder) > before);
                for (int i = run + 2; i < CHANGES.size(); i += 2) {
                    printChange("while meanings are worked out", folder, address, i);
                }
            }
        }
    }

    private void printStart(Path folder, ServiceProcess service, long began, int run, int articles) throws Exception {
        Path topic = topic(folder, 0);
        awaitAnswer(service.address(), question(topic), name(topic));
        System.out.printf(
                "Start %d with %d articles: right answer after %.1f s (%.1f s of processor time)%n",
                run + 1, articles, seconds(began), processorSeconds(service));
    }

    @Test
    void printsThatARestartWorksOutNoMeaningAgain() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("few"));
        ManyArticles.write(folder, FEW_TOPICS);
        for (String start : new String[] {"First start", "Second start"}) {
            long began = System.nanoTime();
            try (ServiceProcess service = start(folder)) {
                await().atMost(PATIENCE)
                        .until(() -> service.output().contains("Meaning in ZH: ")
                                && service.output().contains("Meaning in EN: "));
                System.out.printf("%s with %d articles, %.1f s:%n", start, 2 * FEW_TOPICS, seconds(began));
                service.output()
                        .lines()
                        .filter(line -> line.contains("Meaning in "))
                        .map(line -> line.substring(line.indexOf("Meaning in ")))
                        .forEach(line -> System.out.println("  " + line));
            }
        }
    }

    private ServiceProcess start(Path folder) throws Exception {
        return ServiceProcess.startForLong(
                folder.resolveSibling(folder.getFileName() + "-data"),
                "--plainline.knowledge-base=" + folder,
                "--plainline.vectors=" + vectors(folder),
                "--plainline.limits.enabled=false");
    }

    private void printChange(String when, Path folder, String address, int number) throws Exception {
        System.out.printf("A changed article was live after %.2f s, %s%n", change(folder, address, number), when);
    }

    /** From the moment the file is saved until the new question is answered by the article. */
    private double change(Path folder, String address, int number) throws Exception {
        Path file = topic(folder, number).resolve("zh.md");
        String question = CHANGES.get(number) + "了找谁";
        String text = Files.readString(file).replaceFirst("\nquestions:\n", "\nquestions:\n  - " + question + "\n");
        Files.writeString(file, text);
        long saved = System.nanoTime();
        awaitAnswer(address, question, name(file.getParent()));
        return seconds(saved);
    }

    private static Path topic(Path folder, int number) throws Exception {
        try (var topics = Files.list(folder)) {
            return topics.filter(Files::isDirectory)
                    .sorted()
                    .skip(100L * number)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String question(Path topic) throws Exception {
        try (var lines = Files.lines(topic.resolve("zh.md"))) {
            return lines.filter(line -> line.startsWith("  - "))
                    .findFirst()
                    .orElseThrow()
                    .substring("  - ".length());
        }
    }

    private static String name(Path topic) {
        return topic.getFileName().toString();
    }

    private void awaitAnswer(String address, String question, String topic) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(asked(address, question)).contains("\"topic\":\"" + topic));
    }

    private String asked(String address, String question) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/answers"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\": \"" + question + "\", \"language\": \"zh\"}"))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private static Path vectors(Path folder) {
        return folder.resolveSibling(folder.getFileName() + "-vectors");
    }

    private static long kept(Path folder) throws Exception {
        try (var files = Files.list(Files.createDirectories(vectors(folder)))) {
            return files.map(Path::toFile).mapToLong(File::length).sum() / 1024;
        }
    }

    /** What the start takes on a machine where nothing else runs is this, shared out among its processors. */
    private static double processorSeconds(ServiceProcess service) {
        return service.process().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
