package org.plainline;

import java.util.List;
import org.plainline.channel.simulator.CallCommand;
import org.plainline.channel.twilio.ConnectCommand;
import org.plainline.evaluation.EvaluateCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The service: a phone number anyone can ask about social assistance. Without a command it serves. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Command(
        name = "plainline",
        description = "A phone number anyone can ask. Without a command, or with 'serve', it runs the service.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AskCommand.class,
            CallCommand.class,
            CheckCommand.class,
            ConnectCommand.class,
            EvaluateCommand.class
        })
public class Plainline {
    private static final List<String> NOT_SERVING =
            List.of("ask", "call", "check", "connect", "evaluate", "--help", "-h", "--version", "-V");

    public static void main(String[] arguments) {
        if (arguments.length > 0 && NOT_SERVING.contains(arguments[0])) {
            System.exit(new CommandLine(new Plainline(), new Commands()).execute(arguments));
        }
        SpringApplication.run(Plainline.class, arguments);
    }
}
