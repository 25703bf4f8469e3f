package org.plainline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import org.plainline.knowledge.ModelLoading;
import org.plainline.knowledge.WordsAlone;

/** {@code mvn -Pbenchmark test}: what an answer takes without database and network, measured by JMH on one core. */
class AnswerBenchmark {
    private static final Path VECTORS = Path.of("target/vectors-of-many");

    @TempDir
    private Path folder;

    @Test
    void printsWhatAnAnswerTakes() throws Exception {
        ManyArticles.writeTwice(folder);
        takeOverWhatTestsHaveLearnt();
        var options = new OptionsBuilder()
                .include(WholeAnswer.class.getName())
                .include(WordsAlone.class.getName())
                .include(ModelLoading.class.getName())
                .param("folder", folder.toString())
                .forks(1)
                .jvmArgsAppend("-XX:ActiveProcessorCount=1", "-Xmx1g", "--enable-native-access=ALL-UNNAMED")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        assertThat(results).isNotEmpty();
        results.forEach(result -> System.out.println(line(result)));
    }

    /** Working out what the articles mean takes minutes; most of it the other tests keep in a folder of theirs. */
    private static void takeOverWhatTestsHaveLearnt() throws IOException {
        Path tests = Path.of("target/vectors");
        if (Files.exists(VECTORS) || !Files.exists(tests)) {
            return;
        }
        Files.createDirectories(VECTORS);
        try (var files = Files.list(tests)) {
            for (Path file : files.toList()) {
                Files.copy(file, VECTORS.resolve(file.getFileName()));
            }
        }
    }

    private static String line(RunResult result) {
        var measured = result.getPrimaryResult();
        Statistics figures = measured.getStatistics();
        String what = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1")
                + result.getParams().getParamsKeys().stream()
                        .filter(key -> !key.equals("folder"))
                        .map(key -> " " + result.getParams().getParam(key))
                        .collect(Collectors.joining());
        String unit = measured.getScoreUnit().replaceAll("/op$", "");
        return result.getParams().getMode() == Mode.SampleTime
                ? "%s: p50 %.2f, p99 %.2f, max %.2f %s (%d answers)"
                        .formatted(
                                what,
                                figures.getPercentile(50),
                                figures.getPercentile(99),
                                figures.getMax(),
                                unit,
                                figures.getN())
                : "%s: %.1f %s".formatted(what, measured.getScore(), unit);
    }
}
