package org.plainline.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents, questions and which documents answer which question, from a folder in BEIR layout.
 *
 * @param answers ids of documents by id of the question; a question that none of the documents answers is missing
 */
record TestSet(String name, List<Document> documents, List<Asked> questions, Map<String, Set<String>> answers) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Document(String _id, @Nullable String title, String text) {}

    record Asked(String _id, String text) {}

    /** @throws IllegalArgumentException when a file is missing or is not what it should be */
    static TestSet read(Path folder) {
        try {
            return new TestSet(
                    folder.toAbsolutePath().normalize().getFileName().toString(),
                    lines(folder.resolve("corpus.jsonl")).stream()
                            .map(line -> JSON.readValue(line, Document.class))
                            .toList(),
                    lines(folder.resolve("queries.jsonl")).stream()
                            .map(line -> JSON.readValue(line, Asked.class))
                            .toList(),
                    answers(lines(folder.resolve("qrels.tsv"))));
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalArgumentException(
                    folder + " needs corpus.jsonl, queries.jsonl and qrels.tsv: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    Set<String> answers(Asked question) {
        return answers.getOrDefault(question._id(), Set.of());
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    }

    /** The first line is a header. */
    private static Map<String, Set<String>> answers(List<String> lines) {
        Map<String, Set<String>> answers = new HashMap<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            String[] fields = line.split("\t", -1);
            if (Double.parseDouble(fields[2]) > 0) {
                answers.computeIfAbsent(fields[0], _ -> new TreeSet<>()).add(fields[1]);
            }
        }
        return answers;
    }
}
