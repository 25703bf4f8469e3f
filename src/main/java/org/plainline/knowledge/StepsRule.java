package org.plainline.knowledge;

import java.util.Optional;
import java.util.stream.Stream;
import org.plainline.resident.Language;

/** Whoever reads the steps to somebody in the other language must not lose one. */
final class StepsRule implements FolderRule {
    @Override
    public Stream<Finding> check(Drafts drafts) {
        return drafts.pairs()
                .flatMap(pair -> finding(pair.english(), pair.chinese().article()).stream());
    }

    static Optional<Finding> finding(Draft draft, Article other) {
        long here = steps(draft.article());
        long there = steps(other);
        String language = other.language() == Language.ZH ? "Chinese" : "English";
        return here == there
                ? Optional.empty()
                : Optional.of(draft.error(
                        draft.lineOf(Section.Kind.HOW),
                        "steps",
                        "has " + here + " numbered steps, the " + language + " has " + there));
    }

    private static long steps(Article article) {
        return article.section(Section.Kind.HOW)
                .markdown()
                .lines()
                .filter(line -> line.matches("\\d+\\. .*"))
                .count();
    }
}
