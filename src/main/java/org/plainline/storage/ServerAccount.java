package org.plainline.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermission.GROUP_EXECUTE;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whom PostgreSQL's programs run as; they refuse to run as root. */
enum ServerAccount {
    /** An ordinary user runs them directly. */
    SELF(""),
    /** Root in a user namespace without names: PostgreSQL sees nobody, the kernel still sees the owner of the files. */
    NAMESPACED("unshare --user"),
    /** Where namespaces are forbidden, as in most containers, root hands the database to nobody. */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private static final int ROOT = 0;
    private static final int NOBODYS_ID = 65534;

    private final String prefix;

    ServerAccount(String prefix) {
        this.prefix = prefix;
    }

    /** How a program ended, and what it said on both its outputs. */
    record Outcome(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }

    /** The first account that works here for the user who runs the service. */
    static ServerAccount choose() {
        return choose(new UnixSystem().getUid());
    }

    static ServerAccount choose(long uid) {
        return uid != ROOT
                ? SELF
                : Stream.of(NAMESPACED, NOBODY)
                        .filter(ServerAccount::works)
                        .findFirst()
                        .orElseThrow(() -> new StorageUnavailable(
                                "PostgreSQL does not run as root, and neither unshare nor setpriv works here.",
                                "Run the service as an ordinary user, or set SPRING_DATASOURCE_URL."));
    }

    private boolean works() {
        try {
            // PostgreSQL needs a name for its user, so a namespace is no use where nobody has none.
            return run(Path.of("/"), "", "id", "-un").succeeded();
        } catch (IOException missing) {
            return false;
        }
    }

    /** Gives the account everything below the folder, also when an earlier start ran under another one. */
    void own(Path folder) throws IOException {
        if (this != SELF) {
            var owner = Integer.toString(this == NOBODY ? NOBODYS_ID : ROOT);
            execute(List.of("chown", "-R", owner, folder.toString()), folder, "");
        }
    }

    /** Opens the way to what lies in the data folder; fails when a folder above it is closed to the account. */
    void reach(Path dataFolder) throws IOException {
        if (this == NOBODY && !canPass(dataFolder)) {
            // Only nobody's group, and only to pass through: what else lies in the folder cannot be listed.
            Files.setAttribute(dataFolder, "unix:gid", NOBODYS_ID);
            var permissions = Files.getPosixFilePermissions(dataFolder);
            permissions.add(GROUP_EXECUTE);
            Files.setPosixFilePermissions(dataFolder, permissions);
        }
        if (this != SELF) {
            requirePassage(dataFolder);
        }
    }

    private void requirePassage(Path folder) throws IOException {
        if (canPass(folder)) {
            return;
        }
        Path closed = folder;
        for (Path parent = folder.getParent(); parent != null && !canPass(parent); parent = parent.getParent()) {
            closed = parent;
        }
        throw new StorageUnavailable(
                "PostgreSQL does not run as root, and as nobody it cannot pass through %s.".formatted(closed),
                "Run chmod o+x %s, or run the service as an ordinary user who owns %s.".formatted(closed, folder));
    }

    private boolean canPass(Path folder) throws IOException {
        return run(Path.of("/"), "", "test", "-x", folder.toString()).succeeded();
    }

    /** Runs a program to its end in that directory; only one that cannot be started at all is an exception. */
    Outcome run(Path directory, String input, String... words) throws IOException {
        var prefixed = Stream.concat(Stream.of(prefix.split(" ")).filter(word -> !word.isEmpty()), Stream.of(words));
        return execute(prefixed.toList(), directory, input);
    }

    private static Outcome execute(List<String> words, Path directory, String input) throws IOException {
        var builder = new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true);
        // PGDATA, PGPORT, PGOPTIONS... of the shell that starts the service are about some other server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try (var stdin = process.outputWriter(UTF_8)) {
            stdin.write(input);
        } catch (IOException unread) {
            // It ended before it read its input: its status and output say why.
        }
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.onExit().join().exitValue(), output.strip());
    }
}
