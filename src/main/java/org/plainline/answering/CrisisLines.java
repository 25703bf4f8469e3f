package org.plainline.answering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.plainline.resident.FileRefused;
import org.plainline.resident.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The reviewed numbers for people in danger, from {@code knowledge-base/crisis.yaml}. In memory, needs nothing else.
 */
final class CrisisLines {
    record Hours(String zh, String en) {}

    record CrisisLine(String number, String zh, String en, Hours hours, String source) {
        String name(Language language) {
            return language == Language.ZH ? zh : en;
        }

        String hours(Language language) {
            return language == Language.ZH ? hours.zh() : hours.en();
        }
    }

    private record Document(
            LocalDate reviewedOn, LocalDate expiresOn, List<CrisisLine> lines, Map<String, List<String>> given) {}

    private final Document document;

    private CrisisLines(Document document) {
        this.document = document;
    }

    /** @throws FileRefused as below */
    static CrisisLines read(Path file, LocalDate today) {
        return read(file, written(file), today);
    }

    /** What stands in the file; nothing when there is none that can be read. */
    static byte[] written(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException _) {
            return new byte[0];
        }
    }

    /**
     * @param file as an operator knows it
     * @throws FileRefused when it is empty, expired or gives no number in some danger: the service must not start
     *     without these
     */
    static CrisisLines read(Path file, byte[] written, LocalDate today) {
        if (written.length == 0) {
            throw refused("No crisis lines: " + file + " is missing or empty; the service does not start without");
        }
        Document document = document(file, written);
        if (document.expiresOn().isBefore(today)) {
            throw refused("The crisis lines in " + file + " expired on " + document.expiresOn()
                    + ": check every number, then set reviewed-on and expires-on");
        }
        var lines = new CrisisLines(document);
        for (Danger danger : Danger.values()) {
            List<String> numbers = document.given().getOrDefault(danger.code(), List.of());
            if (numbers.isEmpty() || lines.given(danger).size() < numbers.size()) {
                throw refused("No crisis line for " + danger.code() + " in " + file + ", or one that is not described");
            }
        }
        return lines;
    }

    private static Document document(Path file, byte[] written) {
        try {
            return YAMLMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build()
                    .readValue(written, Document.class);
        } catch (JacksonException unreadable) {
            throw refused("The crisis lines in " + file + " cannot be read: " + unreadable.getOriginalMessage());
        }
    }

    private static FileRefused refused(String message) {
        return new FileRefused(
                message,
                "Start in the folder that holds knowledge-base, or name it: PLAINLINE_KNOWLEDGE_BASE=/path/to/it. Its"
                        + " crisis.yaml holds the numbers to call in an emergency; have each one checked by somebody who"
                        + " answers for it.",
                null);
    }

    /** The lines to give, most urgent first. */
    List<CrisisLine> given(Danger danger) {
        return document.given().getOrDefault(danger.code(), List.of()).stream()
                .flatMap(number ->
                        document.lines().stream().filter(line -> line.number().equals(number)))
                .toList();
    }

    LocalDate reviewedOn() {
        return document.reviewedOn();
    }
}
