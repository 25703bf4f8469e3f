package org.plainline;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.plainline.answering.AnswerCheck;
import org.plainline.knowledge.Finding;
import org.plainline.knowledge.KnowledgeCheck;
import org.plainline.resident.Places;
import org.plainline.resident.ServiceArea;
import org.plainline.resident.ServiceAreaRefused;
import org.plainline.resident.Wording;
import org.plainline.voiceflow.VoiceFlow;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;

/**
 * {@code check}: holds what editors write to every rule, one line a finding. Exits with 1 when there is an error. Needs
 * neither a service nor a database.
 */
@Command(
        name = "check",
        description = "Checks the articles, the crisis lines and the call flow; exits with 1 on an error.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        try (var context = Commands.run(PlainlineConfiguration.class)) {
            List<Finding> findings = findings(context.getEnvironment(), LocalDate.now(context.getBean(Clock.class)));
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            findings.forEach(out::println);
            long errors = findings.stream().filter(Finding::isError).count();
            out.println(errors + " errors, " + (findings.size() - errors) + " warnings");
            return errors == 0 ? 0 : 1;
        }
    }

    private static List<Finding> findings(Environment settings, LocalDate today) {
        Path knowledgeBase = path(settings, "plainline.knowledge-base");
        List<Finding> findings = new ArrayList<>();
        Places places = places(path(settings, "plainline.service-area"), findings);
        findings.addAll(KnowledgeCheck.of(knowledgeBase, places, today, AnswerCheck.sms()));
        findings.addAll(AnswerCheck.crisisLines(knowledgeBase.resolve("crisis.yaml"), today));
        VoiceFlow.mistakes(path(settings, "plainline.voice-flows"), Wording.of("voice")).stream()
                .map(mistake -> Finding.error(mistake.file().toString(), mistake.line(), "flow", mistake.message()))
                .forEach(findings::add);
        return findings;
    }

    /** None when the file cannot be used; that is a finding of its own. */
    private static Places places(Path file, List<Finding> findings) {
        try {
            return ServiceArea.read(file).places();
        } catch (ServiceAreaRefused refused) {
            findings.add(Finding.error(file.toString(), refused.line(), "service-area", refused.what()));
            return new Places(List.of());
        }
    }

    private static Path path(Environment settings, String name) {
        return Path.of(settings.getRequiredProperty(name)).normalize();
    }
}
