package org.plainline.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.plainline.resident.Language;

/**
 * How people say what is about no article, from files on the class path: how they ask for one section of whichever is
 * talked about ({@code follow-up/zh.yaml}, by {@link Section.Kind#code}), and how they tell of danger now
 * ({@code crisis/sayings_zh.yaml}, by its kinds, with what only sounds like it under {@value #CALM}).
 */
final class Sayings {
    static final String CALM = "calm";

    private static final Map<Language, List<Passage>> PASSAGES = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            PASSAGES.put(
                    language,
                    Stream.concat(
                                    read("/follow-up/" + language.code() + ".yaml", Passage.Kind.FOLLOW_UP),
                                    read("/crisis/sayings_" + language.code() + ".yaml", Passage.Kind.DANGER))
                            .toList());
        }
    }

    private Sayings() {}

    static List<Passage> in(Language language) {
        return Objects.requireNonNull(PASSAGES.get(language));
    }

    private static Stream<Passage> read(String name, Passage.Kind kind) {
        var findings = new Findings(name);
        FrontMatter sayings =
                new FrontMatterReader(1, findings).read(text(name)).orElseThrow();
        if (findings.haveErrors()) {
            throw new IllegalStateException(String.valueOf(findings.inOrder()));
        }
        return sayings.entries().keySet().stream()
                .flatMap(of -> sayings.texts(of).stream().map(saying -> new Passage(of, kind, saying.text())));
    }

    private static String text(String name) {
        try (var stream = Objects.requireNonNull(
                Sayings.class.getResourceAsStream(name), () -> name + " is not on the class path")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + name, unreadable);
        }
    }
}
