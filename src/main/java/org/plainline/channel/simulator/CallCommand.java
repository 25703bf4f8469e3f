package org.plainline.channel.simulator;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code call}: a phone call in the terminal, over the simulator of a running service. */
@Command(
        name = "call",
        description =
                "Calls the service from the terminal. Type what you say; a line of digits, * and # presses keys; an"
                        + " empty line is silence; /hangup or the end of the input ends the call.",
        mixinStandardHelpOptions = true)
public final class CallCommand implements Callable<Integer> {
    private final InputStream in;
    private final PrintStream out;
    private final boolean typed;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "of the service; default ${DEFAULT-VALUE}")
    private String url = "";

    @Option(
            names = "--from",
            paramLabel = "NUMBER",
            defaultValue = "+12025550143",
            description = "to call from; default ${DEFAULT-VALUE}, which is kept for fiction")
    private String from = "";

    public CallCommand() {
        this(
                System.in,
                System.out,
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }

    /** @param typed whether somebody types at a terminal; what comes from a pipe is shown again instead */
    CallCommand(InputStream in, PrintStream out, boolean typed) {
        this.in = in;
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
        this.typed = typed;
    }

    /** @return 0 after a call, 1 when there was none */
    @Override
    public Integer call() throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try (var line = new TerminalLine()) {
            JsonNode step = dial(line);
            boolean waiting = print(step);
            while (waiting) {
                waiting = next(line, step.path("id").asString(""), lines.readLine());
            }
            return 0;
        } catch (TerminalLine.Refused refused) {
            out.println(explained(refused));
            return 1;
        } catch (ConnectException nobody) {
            out.println("No service answers at " + address() + ". Start one with 'serve', or name another with --url.");
            return 1;
        }
    }

    private URI address() {
        return URI.create(url.contains("://") ? url : "http://" + url);
    }

    private JsonNode dial(TerminalLine line) throws IOException, TerminalLine.Refused {
        return line.post(address(), "/phone/calls", Map.of("from", from));
    }

    private boolean next(TerminalLine line, String call, @Nullable String read)
            throws IOException, TerminalLine.Refused {
        String text = read == null ? "/hangup" : read.strip();
        if (!typed) {
            out.println(text);
        }
        try {
            return print(send(line, "/phone/calls/" + call, text));
        } catch (TerminalLine.Refused refused) {
            if (refused.status() != 400) {
                throw refused;
            }
            out.print(explained(refused) + System.lineSeparator() + "> ");
            return true;
        }
    }

    private JsonNode send(TerminalLine line, String call, String text) throws IOException, TerminalLine.Refused {
        if (text.equals("/hangup")) {
            return line.post(address(), call + "/hangup", Map.of());
        } else if (text.isEmpty()) {
            return line.post(address(), call + "/silence", Map.of());
        } else if (text.matches("[0-9*#]+")) {
            return line.post(address(), call + "/keys", Map.of("keys", text));
        }
        return line.post(address(), call + "/speech", Map.of("text", text));
    }

    /** @return whether the call waits for the caller */
    private boolean print(JsonNode step) {
        step.path("heard").forEach(this::printSound);
        boolean waiting = step.path("waiting").isObject();
        out.print(waiting ? "> " : "The call is over." + System.lineSeparator());
        out.flush();
        return waiting;
    }

    private void printSound(JsonNode sound) {
        out.println(
                switch (sound.path("kind").asString("")) {
                    case "say" ->
                        "[%s%s] %s"
                                .formatted(
                                        language(sound.path("language").asString("")),
                                        sound.path("slow").asBoolean(false) ? ", slowly" : "",
                                        sound.path("text").asString(""));
                    case "pause" -> "";
                    case "play" -> "[plays %s]".formatted(sound.path("url").asString(""));
                    case "ring" ->
                        "[the phone of %s rings, and nobody answers]"
                                .formatted(sound.path("number").asString(""));
                    case String other -> "[%s]".formatted(other);
                });
    }

    /** {@code zh} or {@code en}, whatever the voice calls its language. */
    private static String language(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return language.equals("cmn") ? "zh" : language;
    }

    private String explained(TerminalLine.Refused refused) {
        return switch (refused.status()) {
            case 400 ->
                "The service did not take that. The number has to be in international form, such as +12025550143;"
                        + " at most 1,000 characters are said and 32 keys pressed at once.";
            case 404 ->
                "The simulator of the service at " + address() + " is off (plainline.simulator.enabled), or the call"
                        + " was cut off.";
            default -> "The service at " + address() + " answered " + refused.status() + ".";
        };
    }
}
