package org.plainline.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.plainline.resident.Language;

/** An article as its author wrote it, before the rules have looked at it. */
record Manuscript(String topic, Language language, FrontMatter front, List<WrittenSection> sections) {
    /** The same, each of its texts put otherwise. */
    Manuscript worded(UnaryOperator<String> wording) {
        return new Manuscript(
                topic,
                language,
                front.worded(wording),
                sections.stream().map(section -> section.worded(wording)).toList());
    }

    /** The short and the spoken answer: what most people get, and all of it. */
    List<Written> answers() {
        return Stream.concat(front.text("short").stream(), spoken().stream()).toList();
    }

    /** All that is said on the telephone, piece by piece. */
    List<Written> spoken() {
        return Stream.concat(front.texts("spoken").stream(), local().stream()).toList();
    }

    /** The sentence with what the place has set; empty where a value is missing. */
    Optional<Written> local() {
        return front.text("local").filter(sentence -> !Placeholder.maybeIn(sentence.text()));
    }

    /** The eight sections line by line. */
    List<Written> body() {
        return sections.stream().flatMap(section -> section.lines().stream()).toList();
    }

    /** Everything that is said to a resident. */
    List<Written> told() {
        return Stream.concat(answers().stream(), body().stream()).toList();
    }

    boolean isEnglish() {
        return language == Language.EN;
    }
}
