package org.plainline.knowledge;

import java.util.stream.Stream;

/** Whoever reads the steps to somebody in the other language must not lose one. */
final class StepsRule implements FolderRule {
    @Override
    public Stream<Finding> check(Drafts drafts) {
        return drafts.pairs()
                .filter(pair -> steps(pair.chinese()) != steps(pair.english()))
                .map(pair -> pair.english()
                        .error(
                                pair.english().lineOf(Section.Kind.HOW),
                                "steps",
                                "has " + steps(pair.english()) + " numbered steps, the Chinese has "
                                        + steps(pair.chinese())));
    }

    private static long steps(Draft draft) {
        return draft.article()
                .section(Section.Kind.HOW)
                .markdown()
                .lines()
                .filter(line -> line.matches("\\d+\\. .*"))
                .count();
    }
}
