package org.plainline.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.plainline.resident.Language;

/** A copy of the sample knowledge base that may be spoilt. */
record SampleFolder(Path path) {
    private static final Path SAMPLE = Path.of("src/test/resources/knowledge-base-sample");

    static SampleFolder copiedTo(Path target) throws IOException {
        try (var files = Files.walk(SAMPLE)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(SAMPLE.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new SampleFolder(target);
    }

    Path file(String topic, Language language) {
        return path.resolve(new ArticleFile(topic, language).path());
    }

    String text(String topic, Language language) throws IOException {
        return Files.readString(file(topic, language));
    }

    void write(String topic, Language language, String text) throws IOException {
        Files.createDirectories(file(topic, language).getParent());
        Files.writeString(file(topic, language), text);
    }

    /** @throws IllegalArgumentException when nothing would change */
    void change(String topic, Language language, String from, String to) throws IOException {
        String text = text(topic, language);
        if (!text.contains(from)) {
            throw new IllegalArgumentException("Not in the file: " + from);
        }
        write(topic, language, text.replace(from, to));
    }

    static List<String> topics() {
        return List.of("winter-coal", "school-meals", "hearing-aid");
    }
}
