package org.plainline.knowledge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plainline.knowledge.FrontMatter.Value;
import org.plainline.resident.Language;

/**
 * What people ask this line for and no article answers, in one language: sample questions by subject, from
 * {@code outside-zh.yaml} and {@code outside-en.yaml}. They show what a question is not to be answered with a
 * neighbouring article for ({@link Discriminant}).
 */
record Outside(SortedMap<String, List<Written>> bySubject) {
    static final Outside NOTHING = new Outside(new TreeMap<>());

    private static final String RULE = "outside";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** The mean of fewer says little. */
    private static final int FEWEST = 3;

    static String file(Language language) {
        return "outside-" + language.code() + ".yaml";
    }

    static Outside read(ByteBuffer bytes, Findings findings) {
        SortedMap<String, List<Written>> bySubject = new TreeMap<>();
        new FrontMatterReader(1, findings)
                .read(StandardCharsets.UTF_8.decode(bytes.duplicate()).toString())
                .ifPresent(read -> read.entries().forEach((subject, entry) -> {
                    List<Written> questions = entry.value() instanceof Value.Texts(var items) ? items : List.of();
                    if (!NAME.matcher(subject).matches()) {
                        findings.add(entry.line(), RULE, "'" + subject + "' must be small letters, digits and hyphens");
                    }
                    if (questions.size() < FEWEST
                            || questions.stream()
                                    .anyMatch(question -> question.text().isBlank())) {
                        findings.add(entry.line(), RULE, "'" + subject + "' needs " + FEWEST + " questions or more");
                    }
                    bySubject.put(subject, questions);
                }));
        return new Outside(bySubject);
    }

    /** What an article answers cannot be outside. */
    Stream<Finding> answered(String path, Stream<Draft> drafts) {
        List<Draft> all = drafts.toList();
        return bySubject.values().stream()
                .flatMap(List::stream)
                .flatMap(question -> all.stream()
                        .filter(draft -> SameQuestionRule.isAskedIn(draft.article(), question))
                        .map(draft -> Finding.error(
                                path,
                                question.line(),
                                RULE,
                                "'" + question.text() + "' is also asked in " + draft.path())));
    }

    List<Passage> passages() {
        return bySubject.entrySet().stream()
                .flatMap(subject -> subject.getValue().stream()
                        .map(question -> new Passage(subject.getKey(), Passage.Kind.OUTSIDE, question.text())))
                .toList();
    }
}
