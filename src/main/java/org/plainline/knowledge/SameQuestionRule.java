package org.plainline.knowledge;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A question can have one answer only. */
final class SameQuestionRule implements FolderRule {
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]");

    @Override
    public Stream<Finding> check(Drafts drafts) {
        Map<String, Draft> askedIn = new HashMap<>();
        return drafts.all().stream()
                .flatMap(draft -> draft.questions().stream().flatMap(question -> {
                    Draft first = askedIn.putIfAbsent(asked(question.text()), draft);
                    return first == null ? Stream.empty() : Stream.of(finding(draft, question, first.path()));
                }));
    }

    static boolean isAskedIn(Article article, Written question) {
        String asked = asked(question.text());
        return article.questions().stream().anyMatch(other -> asked(other).equals(asked));
    }

    static Finding finding(Draft draft, Written question, String other) {
        return draft.error(question.line(), "same-question", "'" + question.text() + "' is also asked in " + other);
    }

    /** However it is typed. */
    static String asked(String question) {
        return MARKS.matcher(Folding.fold(question)).replaceAll("");
    }
}
