package org.plainline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTests {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @BeforeEach
    void write() throws IOException {
        write(folder, """
                {"_id": "d1", "title": "Heating aid", "text": "Help with the cost of coal and heating in winter."}
                {"_id": "d2", "title": "", "text": "A blind person may get a white cane from the federation."}
                {"_id": "d3", "title": "School fees", "text": "Children of poor families pay no fees at school."}
                """, """
                {"_id": "q1", "text": "who pays for my coal and heating"}
                {"_id": "q2", "text": "my father is blind, where do we get a white cane"}

                {"_id": "q3", "text": "cheap flights to Rome"}
                """, """
                query-id\tcorpus-id\tscore
                q1\td1\t1
                q2\td2\t1
                q2\td3\t0
                """);
        write(
                elsewhere,
                "",
                "{\"_id\": \"o1\", \"text\": \"open a savings account\"}\n",
                "query-id\tcorpus-id\tscore\n");
    }

    private static void write(Path into, String corpus, String queries, String qrels) throws IOException {
        Files.writeString(into.resolve("corpus.jsonl"), corpus);
        Files.writeString(into.resolve("queries.jsonl"), queries);
        Files.writeString(into.resolve("qrels.tsv"), qrels);
    }

    @Test
    void printsOneLineWithEveryFigure() {
        String printed = run(folder.toString(), "--language", "en", "--mode", "bm25");

        assertThat(printed.strip().lines()).hasSize(1);
        JsonNode line = JsonMapper.shared().readTree(printed);
        assertThat(line.propertyNames())
                .containsExactly(
                        "dataset",
                        "mode",
                        "queries",
                        "ndcg@10",
                        "recall@5",
                        "mrr@10",
                        "hit@1",
                        "auroc",
                        "answered",
                        "false_answers",
                        "p50_ms",
                        "p99_ms");
        assertThat(line.get("dataset").asString())
                .isEqualTo(folder.getFileName().toString());
        assertThat(line.get("mode").asString()).isEqualTo("bm25");
        assertThat(line.get("queries").asInt()).isEqualTo(3);
        assertThat(line.get("ndcg@10").asDouble()).isEqualTo(1);
        assertThat(line.get("hit@1").asDouble()).isEqualTo(1);
        assertThat(line.get("auroc").asDouble()).isEqualTo(1);
        assertThat(line.get("false_answers").asDouble()).isZero();
    }

    @Test
    void countsTheQuestionsOfAnotherFolderAsOutOfScope() {
        String printed = run(
                folder.toString(),
                "--language",
                "en",
                "--mode",
                "bm25",
                "--channel",
                "sms",
                "--out-of-scope",
                elsewhere.toString());

        assertThat(JsonMapper.shared().readTree(printed).get("queries").asInt()).isEqualTo(4);
    }

    @Test
    void saysWhichFilesItNeedsWhenTheyAreNotThere() {
        var errors = new StringWriter();

        int code = new CommandLine(new EvaluateCommand())
                .setErr(new PrintWriter(errors))
                .execute(folder.resolve("nowhere").toString(), "--language", "en");

        assertThat(code).isNotZero();
        assertThat(errors.toString()).contains("needs corpus.jsonl, queries.jsonl and qrels.tsv");
    }

    private static String run(String... arguments) {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(new CommandLine(new EvaluateCommand()).execute(arguments))
                    .isZero();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
