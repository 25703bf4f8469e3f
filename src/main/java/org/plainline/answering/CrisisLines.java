package org.plainline.answering;

import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .build();

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
        String named = file.toAbsolutePath().normalize().toString();
        if (written.length == 0) {
            throw new FileRefused(
                    "No crisis lines: " + named + " is missing, empty or not readable",
                    "Start in the folder that holds knowledge-base, or name it: PLAINLINE_KNOWLEDGE_BASE=/path/to/it",
                    null);
        }
        var lines = new CrisisLines(document(named, written));
        if (lines.expiresOn().isBefore(today)) {
            throw refused("The crisis lines in " + named + " expired on " + lines.expiresOn());
        }
        for (Danger danger : Danger.values()) {
            List<String> numbers = lines.document.given().getOrDefault(danger.code(), List.of());
            if (numbers.isEmpty() || lines.given(danger).size() < numbers.size()) {
                throw refused(
                        "No crisis line for " + danger.code() + " in " + named + ", or one that is not described");
            }
        }
        return lines;
    }

    private static Document document(String named, byte[] written) {
        try {
            return Optional.ofNullable(YAML.readValue(written, Document.class))
                    .orElseThrow(() -> refused("No crisis lines: " + named + " says nothing"));
        } catch (JacksonException unreadable) {
            throw refused("The crisis lines in " + named + " cannot be read: " + unreadable.getOriginalMessage());
        }
    }

    private static FileRefused refused(String message) {
        return new FileRefused(
                message,
                "Have every number checked by somebody who answers for it, mend the file, then set reviewed-on and"
                        + " expires-on",
                null);
    }

    /** The lines to give, most urgent first. */
    List<CrisisLine> given(Danger danger) {
        return document.given().getOrDefault(danger.code(), List.of()).stream()
                .flatMap(number ->
                        document.lines().stream().filter(line -> line.number().equals(number)))
                .toList();
    }

    LocalDate expiresOn() {
        return document.expiresOn();
    }

    LocalDate reviewedOn() {
        return document.reviewedOn();
    }
}
