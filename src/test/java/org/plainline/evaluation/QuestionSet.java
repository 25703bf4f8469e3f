package org.plainline.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainline.answering.Answer;
import org.plainline.answering.Answers;
import org.plainline.answering.Question;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;

/** Questions to the product's own knowledge base that people wrote apart from its articles, and how it answers them. */
record QuestionSet(Language language, List<Asked> questions) {
    /** @param topics any of which is right; empty when none is */
    record Asked(int number, String kind, Set<String> topics, String text) {
        /** The other half is for the final measurement and not for tuning. */
        boolean isForDevelopment() {
            return number % 2 == 1;
        }

        Channel channel() {
            return switch (kind) {
                case "texting" -> Channel.SMS;
                case "misheard" -> Channel.VOICE;
                default -> Channel.CHAT;
            };
        }
    }

    enum Result {
        RIGHT,
        /** The right topic is among the choices. */
        OFFERED,
        /** Nothing, or a choice without the right topic. */
        LEFT,
        WRONG
    }

    static QuestionSet read(Path file, Language language) throws IOException {
        return new QuestionSet(
                language,
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(QuestionSet::asked)
                        .toList());
    }

    private static Asked asked(String line) {
        String[] fields = line.split("\t", -1);
        Set<String> topics = fields[2].equals("-")
                ? Set.of()
                : Arrays.stream(fields[2].split("\\|", -1)).collect(Collectors.toSet());
        return new Asked(Integer.parseInt(fields[0].replaceAll("\\D", "")), fields[1], topics, fields[3]);
    }

    Result result(Asked asked, Answers answers) {
        return result(asked, null, answers);
    }

    /** @param open topic of the article that was talked about before; null when none was */
    Result result(Asked asked, @Nullable String open, Answers answers) {
        return result(
                asked.topics(), answers.answer(new Question(asked.text(), language, asked.channel(), open, null)));
    }

    static Result result(Set<String> right, Answer answer) {
        return switch (answer) {
            case Answer.Grounded grounded -> right.contains(grounded.topic()) ? Result.RIGHT : Result.WRONG;
            case Answer.Choice choice ->
                choice.offers().stream().anyMatch(offer -> right.contains(offer.topic()))
                        ? Result.OFFERED
                        : Result.LEFT;
            case Answer.NotCovered _, Answer.OtherLanguage _, Answer.Withheld _ -> Result.LEFT;
            case Answer.Person _ -> right.contains("speak-to-a-person") ? Result.RIGHT : Result.LEFT;
            case Answer.Crisis crisis -> result(right, crisis.then());
        };
    }

    List<Asked> where(Predicate<Asked> wanted) {
        return questions.stream().filter(wanted).toList();
    }
}
