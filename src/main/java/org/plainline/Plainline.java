package org.plainline;

import java.io.IOException;
import java.util.List;
import org.plainline.channel.simulator.CallCommand;
import org.plainline.channel.twilio.ConnectCommand;
import org.plainline.evaluation.EvaluateCommand;
import org.plainline.resident.FileRefused;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The service: a phone number anyone can ask about social assistance. Without a command it serves. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Command(
        name = "plainline",
        description = "A phone number anyone can ask. Without a command, or with 'serve', it runs the service.",
        mixinStandardHelpOptions = true,
        versionProvider = Plainline.Version.class,
        subcommands = {
            AskCommand.class,
            CallCommand.class,
            CheckCommand.class,
            ConnectCommand.class,
            EvaluateCommand.class
        })
public class Plainline {
    private static final List<String> QUESTIONS = List.of("--help", "--version");

    /** Of the jar; classes alone have none. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Plainline.class.getPackage().getImplementationVersion();
            return new String[] {"Plainline " + (version == null ? "from classes" : version)};
        }
    }

    public static void main(String[] arguments) {
        if (!isToServe(arguments)) {
            System.exit(command(arguments));
        }
        SpringApplication.run(Plainline.class, arguments);
    }

    private static int command(String[] arguments) {
        try {
            return new CommandLine(new Plainline(), new Commands())
                    .setExecutionExceptionHandler((failure, command, parsed) -> refused(failure))
                    .execute(arguments);
        } catch (CommandLine.InitializationException badSettings) {
            return refused(badSettings);
        }
    }

    /** What the person at the terminal can put right is said in one line; everything else is ours and told in full. */
    private static int refused(Exception failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        if (cause instanceof FileRefused) {
            // Spring has said it, with its remedy.
            return CommandLine.ExitCode.USAGE;
        }
        if (cause instanceof IllegalArgumentException || cause instanceof IOException) {
            System.err.println(cause.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        failure.printStackTrace();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Settings may follow {@code serve}, or stand alone; a mistyped command starts nothing. */
    private static boolean isToServe(String[] arguments) {
        return arguments.length == 0
                || arguments[0].equals("serve")
                || (arguments[0].startsWith("--") && !QUESTIONS.contains(arguments[0]));
    }
}
