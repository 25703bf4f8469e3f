package org.plainline.knowledge;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.plainline.resident.Language;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The offices' own words that a resident may not know, from {@code knowledge-base/jargon.yaml}. */
record Jargon(Map<Language, List<String>> terms) {
    static final String FILE = "jargon.yaml";

    /** Without the file nothing is jargon. */
    static Jargon in(Path folder) throws IOException {
        try (Reader reader = Files.newBufferedReader(folder.resolve(FILE))) {
            Map<String, List<String>> lists = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return new Jargon(Map.of(
                    Language.ZH,
                    lists.getOrDefault("zh", List.of()),
                    Language.EN,
                    lists.getOrDefault("en", List.of())));
        } catch (NoSuchFileException none) {
            return new Jargon(Map.of());
        }
    }

    List<String> of(Language language) {
        return terms.getOrDefault(language, List.of());
    }
}
