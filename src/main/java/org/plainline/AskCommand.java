package org.plainline;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plainline.answering.Answer;
import org.plainline.answering.Answers;
import org.plainline.answering.Question;
import org.plainline.knowledge.Knowledge;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ask "text"}: one answer in the terminal, without a service or a database. */
@Command(name = "ask", description = "Prints the answer to one question.", mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {
    @Parameters(arity = "1", paramLabel = "TEXT", description = "the question, in the resident's own words")
    private String text = "";

    @Option(names = "--language", paramLabel = "zh|en", description = "default: by the script of the text")
    private @Nullable String language;

    @Option(names = "--explain", description = "also prints why: what matched, and how sure it is")
    private boolean explain;

    /** Only what an answer needs. */
    @ComponentScan({"org.plainline.knowledge", "org.plainline.answering", "org.plainline.resident"})
    @Import(PlainlineConfiguration.class)
    @EnableConfigurationProperties
    static class AnsweringOnly {}

    @Override
    public Integer call() {
        try (var context = Commands.run(AnsweringOnly.class)) {
            Language asked = language == null ? null : Language.of(language);
            var question = new Question(text, asked, Channel.CHAT, null, null);
            context.getBean(Knowledge.class).awaitMeaning(question.inLanguage());
            var answers = context.getBean(Answers.class);
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            lines(answers.answer(question)).forEach(out::println);
            if (explain) {
                answers.explain(question).lines().forEach(out::println);
            }
            return 0;
        }
    }

    private static List<String> lines(Answer answer) {
        return switch (answer) {
            case Answer.Grounded grounded ->
                List.of(
                        grounded.title(),
                        String.join("\n", grounded.paragraphs()),
                        grounded.citation().title() + ", " + grounded.citation().reviewedOn());
            case Answer.Choice choice ->
                choice.offers().stream().map(offer -> "? " + offer.title()).toList();
            case Answer.Withheld withheld -> List.of("withheld: last checked " + withheld.checked());
            case Answer.NotCovered nothing -> List.of("no-answer");
            case Answer.OtherLanguage other -> List.of(other.sentence());
            case Answer.Person person -> List.of("person");
            case Answer.Crisis crisis -> {
                var lines = new java.util.ArrayList<>(crisis.paragraphs());
                lines.addAll(lines(crisis.then()));
                yield lines;
            }
        };
    }
}
