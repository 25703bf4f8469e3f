package org.plainline.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** PostgreSQL inside the data folder, so that nothing else has to be installed. */
final class EmbeddedPostgres implements JdbcConnectionDetails, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final int START_ATTEMPTS = 10;

    // On the command line, where they win over whatever is written into the cluster.
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            // Acknowledged means kept: a commit is on disk before anybody hears of it.
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            // Bounds what has to be replayed after a crash.
            "max_wal_size=512MB",
            // Errors reach the service, which knows what may be logged; here they would quote residents' words.
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "log_checkpoints=off",
            "logging_collector=off");

    private final Path home;
    private final ServerAccount account;
    private final Path programs;
    private final Database database;
    private final String password;
    private final int port;

    /**
     * Starts the server of that folder, whatever state the last one was left in.
     *
     * @param ports suggests another free port of the loopback address at every call
     */
    EmbeddedPostgres(DataFolder folder, ServerAccount account, SecureRandom random, IntSupplier ports)
            throws IOException {
        this.account = account;
        home = Files.createDirectories(folder.resolve("postgresql"));
        database = new Database(home.resolve(Database.FOLDER));
        account.reach(folder.path());
        programs = PostgresPrograms.unpack(home);
        account.own(home);
        stop();
        WholeFolder.removeDrafts(home);
        PostgresPrograms.removeAllBut(programs, home);
        WholeFolder.create(home, Database.FOLDER, draft -> new Database(draft).fill(programs, account, random));
        password = database.password();
        port = start(ports);
    }

    /** A port of the loopback address that was free a moment ago. */
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new StorageUnavailable("No port of the loopback address is free: " + none, "Close other programs.");
        }
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, Database.NAME);
    }

    @Override
    public String getUsername() {
        return Database.NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public void close() throws IOException {
        stop();
        log.info("PostgreSQL stopped in {}", home);
    }

    private int start(IntSupplier ports) throws IOException {
        var logFile = home.resolve("server.log");
        var said = "";
        for (int attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
            int candidate = ports.getAsInt();
            var options = Stream.concat(SETTINGS.stream(), Stream.of("port=" + candidate))
                    .collect(Collectors.joining(" -c ", "-c ", ""));
            // Replaying a long log is no failure, so the patience is long.
            var outcome = control("start", "-l", logFile.toString(), "-t", "600", "-o", options);
            if (outcome.succeeded()) {
                log.info("PostgreSQL runs in {} on port {}", home, candidate);
                return candidate;
            }
            // Somebody took the port in between, or the processes of a killed server are not quite gone: both pass.
            stop();
            said = outcome.output();
        }
        throw new StorageUnavailable(
                "PostgreSQL does not start: %s %s".formatted(said, lastLines(logFile)),
                "Mend what %s names, or set SPRING_DATASOURCE_URL to a PostgreSQL of your own.".formatted(logFile));
    }

    private static String lastLines(Path logFile) throws IOException {
        var lines = Files.exists(logFile) ? Files.readAllLines(logFile) : List.<String>of();
        return String.join(" ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    /**
     * Stops this folder's server, also one whose service was killed. That one is not taken over: it may run older
     * programs and settings and still hold the dead service's transactions, and a fresh one is up in half a second.
     */
    private void stop() throws IOException {
        var processes = new ServerProcesses(home, database.cluster());
        if (processes.includePostmaster()) {
            control("stop", "-m", "fast", "-t", "5");
        }
        processes.kill();
    }

    private ServerAccount.Outcome control(String... words) throws IOException {
        var command = Stream.of(
                programs.resolve("bin/pg_ctl").toString(),
                "-D",
                database.cluster().toString());
        return account.run(home, "", Stream.concat(command, Stream.of(words)).toArray(String[]::new));
    }
}
