package org.plainline.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.plainline.answering.Answer;
import org.plainline.answering.Answers;
import org.plainline.answering.Question;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;

/** What people say next about an article, or instead, written apart from the articles; and how it is answered. */
record FollowUpSet(Language language, List<Said> all) {
    /**
     * @param open topic of the article that was talked about
     * @param topics any of which is right; empty when none is
     * @param sections of the open article, by their codes, any of which is right; empty when none is
     */
    record Said(int number, String open, Kind kind, Set<String> topics, Set<String> sections, String text) {
        /** The other half is for the final measurement and not for tuning. */
        boolean isForDevelopment() {
            return number % 2 == 1;
        }
    }

    enum Kind {
        /** Asks for one section. */
        PART,
        /** Asks about somebody's own case. */
        CASE,
        /** Turns to another article. */
        TURN,
        /** Turns to what no article answers. */
        AWAY;

        boolean isAboutTheOpenOne() {
            return this == PART || this == CASE;
        }
    }

    static FollowUpSet read(Path file, Language language) throws IOException {
        return new FollowUpSet(
                language,
                Files.readAllLines(file).stream().skip(1).map(FollowUpSet::said).toList());
    }

    private static Said said(String line) {
        String[] fields = line.split("\t", -1);
        return new Said(
                Integer.parseInt(fields[0].replaceAll("\\D", "")),
                fields[1],
                Kind.valueOf(fields[2].toUpperCase(Locale.ROOT)),
                several(fields[3]),
                several(fields[4]),
                fields[5]);
    }

    private static Set<String> several(String field) {
        return field.equals("-")
                ? Set.of()
                : Arrays.stream(field.split("\\|", -1)).collect(Collectors.toSet());
    }

    Answer answer(Said said, Answers answers) {
        return answers.answer(new Question(said.text(), language, Channel.CHAT, said.open(), null));
    }

    /** Code of the section of the open article that the answer is; empty when it is not just one. */
    Optional<String> section(Said said, Answer answer) {
        return answer.grounded()
                .filter(grounded -> grounded.topic().equals(said.open()))
                .flatMap(grounded -> Optional.ofNullable(grounded.section()));
    }

    List<Said> where(Predicate<Said> wanted) {
        return all.stream().filter(wanted).toList();
    }
}
