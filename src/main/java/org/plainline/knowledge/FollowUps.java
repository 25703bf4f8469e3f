package org.plainline.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plainline.resident.Language;

/**
 * How people ask for one section of the article that is talked about, whichever it is: "what do I bring", "how long
 * does that take". From {@code follow-up/zh.yaml} and {@code follow-up/en.yaml} on the class path, by
 * {@link Section.Kind#code}.
 */
final class FollowUps {
    private static final Map<Language, List<Passage>> PASSAGES = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            PASSAGES.put(language, read("/follow-up/" + language.code() + ".yaml"));
        }
    }

    private FollowUps() {}

    static List<Passage> in(Language language) {
        return Objects.requireNonNull(PASSAGES.get(language));
    }

    private static List<Passage> read(String name) {
        var findings = new Findings(name);
        FrontMatter questions =
                new FrontMatterReader(1, findings).read(text(name)).orElseThrow();
        if (findings.haveErrors()) {
            throw new IllegalStateException(String.valueOf(findings.inOrder()));
        }
        return Arrays.stream(Section.Kind.values())
                .flatMap(section -> questions.texts(section.code()).stream()
                        .map(question -> new Passage(section.code(), Passage.Kind.FOLLOW_UP, question.text())))
                .toList();
    }

    private static String text(String name) {
        try (var stream = Objects.requireNonNull(
                FollowUps.class.getResourceAsStream(name), () -> name + " is not on the class path")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + name, unreadable);
        }
    }
}
