package org.plainline.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A service in a process of its own, killed at the latest when closed.
 *
 * @param kept the requests that a {@link HelpLine} has acknowledged, as far as its output was read
 */
record ChildService(Process process, BufferedReader output, List<Integer> kept) implements AutoCloseable {
    static ChildService start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), main, arguments);
    }

    static ChildService start(List<String> prefix, String classPath, Class<?> main, String... arguments)
            throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new ChildService(process, process.inputReader(), new ArrayList<>());
    }

    /** Lets the help line acknowledge that many requests. */
    ChildService afterRequests(int count) throws IOException {
        var said = new StringBuilder();
        while (kept.size() < count) {
            var line = output.readLine();
            if (line == null) {
                throw new AssertionError("Ended early: " + said);
            }
            said.append(line).append('\n');
            note(line);
        }
        return this;
    }

    /** Kills it as {@code kill -9} does; what it had said until then is still heard. */
    void kill() {
        // Through its handle: a Process that is destroyed forgets what was said.
        process.toHandle().destroyForcibly();
        process.onExit().join();
        output.lines().forEach(this::note);
    }

    private void note(String line) {
        if (line.matches("\\d+")) {
            kept.add(Integer.valueOf(line));
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
