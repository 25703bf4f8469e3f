package org.plainline.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An official term is explained where the full text first uses it; whether it really is, only a person can tell. */
final class JargonRule implements FolderRule {
    /** How many characters after the term an explanation has to begin. */
    private static final int NEAR = 80;

    private static final Pattern EXPLAINS =
            Pattern.compile("[（(：:]|——|就是|是指|指的?是|意思是|也叫|叫做|那是|这是|\\bmeans?\\b|\\bthat is\\b"
                    + "|\\bis (?:the|a|an|money|help|aid)\\b|\\bcalled\\b|, (?:who|which|mostly)\\b");
    private static final Pattern NAMES = Pattern.compile("(?:[（(“]|叫|叫做|就是|called|known as)\\s*(?:the )?$");

    private final Jargon jargon;

    JargonRule(Jargon jargon) {
        this.jargon = jargon;
    }

    @Override
    public Stream<Finding> check(Drafts drafts) {
        return drafts.all().stream()
                .flatMap(draft ->
                        jargon.of(draft.article().language()).stream().flatMap(term -> unexplained(draft, term)));
    }

    private static Stream<Finding> unexplained(Draft draft, String term) {
        List<Written> body = draft.written().body();
        return body.stream()
                .filter(line -> at(line.text(), term) >= 0)
                .findFirst()
                .filter(first -> !isExplained(first.text(), term))
                .filter(_ -> body.stream().noneMatch(line -> line.text().startsWith(term + "是")))
                .map(first -> draft.warning(first.line(), "jargon", "'" + term + "' is not explained"))
                .stream();
    }

    private static boolean isExplained(String line, String term) {
        int begin = at(line, term);
        int end = begin + term.length();
        return NAMES.matcher(line.substring(0, begin)).find()
                || EXPLAINS.matcher(line.substring(end, Math.min(line.length(), end + NEAR)))
                        .find();
    }

    private static int at(String line, String term) {
        return line.toLowerCase(Locale.ROOT).indexOf(term);
    }
}
