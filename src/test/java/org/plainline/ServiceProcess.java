package org.plainline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, so that it can be killed. */
public final class ServiceProcess implements AutoCloseable {
    private static final Pattern PAGE = Pattern.compile("page\\s+(http://localhost:\\d+)/");

    /** How a JVM ends that has crashed. */
    private static final int ABORTED = 134;

    private final Process process;
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final Queue<String> output = new ConcurrentLinkedQueue<>();

    private ServiceProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    /**
     * Starts the service from this JVM's class path with these settings on a free port, as {@code spring-boot:run}
     * does: compiled once and quickly, which takes a third off a start.
     */
    public static ServiceProcess start(Path folder, String... settings) throws IOException {
        return start(List.of("-XX:TieredStopAtLevel=1"), folder, settings);
    }

    /** As {@code java -jar} starts it: what runs often is compiled again and well. */
    public static ServiceProcess startForLong(Path folder, String... settings) throws IOException {
        return start(List.of(), folder, settings);
    }

    private static ServiceProcess start(List<String> options, Path folder, String... settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.plainline.Plainline",
                "--server.port=0",
                "--plainline.data-dir=" + folder,
                "--plainline.twilio.auth-token=" + TwilioClient.TOKEN));
        command.addAll(List.of(settings));
        unlessSet(command, "--plainline.public-url=", TwilioClient.PUBLIC_URL);
        // Kept from run to run: working out what sixty articles mean takes a minute.
        unlessSet(command, "--plainline.vectors=", "target/vectors");
        return new ServiceProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static void unlessSet(List<String> command, String setting, String value) {
        if (command.stream().noneMatch(given -> given.startsWith(setting))) {
            command.add(setting + value);
        }
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                Matcher page = PAGE.matcher(line);
                if (page.find()) {
                    address.complete(page.group(1));
                }
            }
        } catch (IOException killed) {
            // The end of the process is the end of its output.
        }
        address.completeExceptionally(new IllegalStateException("The service ended:\n" + output()));
    }

    /** Where it listens; waits for it to be ready. */
    public String address() throws Exception {
        return address.get(180, TimeUnit.SECONDS);
    }

    public String output() {
        return String.join("\n", output);
    }

    public Process process() {
        return process;
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(30, TimeUnit.SECONDS)
                .exceptionally(late -> {
                    kill();
                    return process;
                })
                .join();
        if (process.exitValue() == ABORTED) {
            throw new IllegalStateException("The service crashed as it ended:\n" + output());
        }
    }
}
