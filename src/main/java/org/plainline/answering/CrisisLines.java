package org.plainline.answering;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.plainline.resident.Language;
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

    /**
     * @throws IllegalStateException when the file is missing, empty, expired or gives no number for some class: the
     *     service must not start without these
     */
    static CrisisLines read(Path file, LocalDate today) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(
                    "No crisis lines: " + file + " is missing; the service does not start without");
        }
        var document = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .build()
                .readValue(file.toFile(), Document.class);
        if (document.expiresOn().isBefore(today)) {
            throw new IllegalStateException("The crisis lines in " + file + " expired on " + document.expiresOn()
                    + ": check every number, then set reviewed-on and expires-on");
        }
        var lines = new CrisisLines(document);
        for (Danger danger : Danger.values()) {
            if (lines.given(danger).isEmpty()) {
                throw new IllegalStateException("No crisis line for " + danger.code() + " in " + file);
            }
        }
        return lines;
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
