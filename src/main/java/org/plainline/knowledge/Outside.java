package org.plainline.knowledge;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainline.knowledge.FrontMatter.Entry;
import org.plainline.knowledge.FrontMatter.Value;
import org.plainline.resident.Language;

/**
 * What people ask this line for and no article answers, in one language: sample questions by subject, from
 * {@code outside-zh.yaml} and {@code outside-en.yaml}. They show what a question is not to be answered with a
 * neighbouring article for ({@link Discriminant}). Immutable.
 */
final class Outside {
    static final Outside NOTHING = new Outside(Collections.emptySortedMap());

    static final String RULE = "outside";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** The mean of fewer says little. */
    private static final int FEWEST_QUESTIONS = 3;

    /** Beside few subjects everything is more typical of an article. The confidence was learned beside a hundred. */
    private static final int FEWEST_SUBJECTS = 50;

    private final SortedMap<String, List<Written>> bySubject;

    /** As {@link SameQuestionRule#asked} has them. */
    private final Set<String> asked;

    private Outside(SortedMap<String, List<Written>> bySubject) {
        this.bySubject = bySubject;
        this.asked = bySubject.values().stream()
                .flatMap(List::stream)
                .map(question -> SameQuestionRule.asked(question.text()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static String file(Language language) {
        return "outside-" + language.code() + ".yaml";
    }

    static Outside read(String yaml, Findings findings) {
        // Whoever takes out the last subject may leave the comment.
        if (yaml.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"))) {
            return NOTHING;
        }
        SortedMap<String, List<Written>> bySubject = new TreeMap<>();
        new FrontMatterReader(1, findings)
                .read(yaml)
                .ifPresent(read -> read.entries()
                        .forEach((subject, entry) -> bySubject.put(subject, questions(subject, entry, findings))));
        var outside = new Outside(bySubject);
        outside.findTwice(findings);
        if (!outside.isEnough() && !findings.haveErrors()) {
            findings.warn(
                    1,
                    RULE,
                    "tells nothing: only " + outside.bySubject.size() + " of the " + FEWEST_SUBJECTS
                            + " subjects that it takes");
        }
        return outside;
    }

    private static List<Written> questions(String subject, Entry entry, Findings findings) {
        if (!NAME.matcher(subject).matches()) {
            findings.add(entry.line(), RULE, "'" + subject + "' must be small letters, digits and hyphens");
        }
        if (entry.value() instanceof Value.Records(var records)) {
            findings.add(records.getFirst().line(), RULE, "a text with ': ' in it must stand in quotation marks");
            return List.of();
        }
        List<Written> questions = entry.value() instanceof Value.Texts(var items) ? items : List.of();
        if (questions.size() < FEWEST_QUESTIONS) {
            findings.add(entry.line(), RULE, "'" + subject + "' needs " + FEWEST_QUESTIONS + " questions or more");
        }
        questions.stream()
                .filter(question -> question.text().isBlank())
                .forEach(question -> findings.add(question.line(), RULE, "a question is empty"));
        return questions;
    }

    private void findTwice(Findings findings) {
        Set<String> seen = new HashSet<>();
        questions()
                // What holds nothing but marks is empty, or is not a text; either has been said.
                .filter(question -> !SameQuestionRule.asked(question.text()).isEmpty())
                .filter(question -> !seen.add(SameQuestionRule.asked(question.text())))
                .forEach(question -> findings.add(question.line(), RULE, "'" + question.text() + "' is written twice"));
    }

    private Stream<Written> questions() {
        return bySubject.values().stream().flatMap(List::stream);
    }

    private boolean isEnough() {
        return bySubject.size() >= FEWEST_SUBJECTS;
    }

    SortedMap<String, List<Written>> bySubject() {
        return Collections.unmodifiableSortedMap(bySubject);
    }

    /** Whether it is one of the questions, however it is typed; never where there are too few subjects. */
    boolean holds(String text) {
        return isEnough() && asked.contains(SameQuestionRule.asked(text));
    }

    /** None where there are too few subjects to tell anything. */
    List<Passage> passages() {
        return isEnough()
                ? bySubject.entrySet().stream()
                        .flatMap(subject -> subject.getValue().stream()
                                .map(question -> new Passage(subject.getKey(), Passage.Kind.OUTSIDE, question.text())))
                        .toList()
                : List.of();
    }
}
