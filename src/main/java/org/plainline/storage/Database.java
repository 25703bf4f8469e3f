package org.plainline.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The files of the embedded server's database, and the password that opens it. */
record Database(Path folder) {
    static final String FOLDER = "database";

    /** The name of the database and of the role that owns it. */
    static final String NAME = "plainline";

    Path cluster() {
        return folder.resolve("cluster");
    }

    String password() throws IOException {
        return Files.readString(folder.resolve("password"));
    }

    /** Fills the empty folder with a cluster, a role and its password. */
    void fill(Path programs, ServerAccount account, SecureRandom random) throws IOException {
        account.own(folder);
        initialise(programs, account);
        // The service signs in as an ordinary owner, as on any other server, and nobody else signs in at all.
        var admission = "host %1$s %1$s 127.0.0.1/32 scram-sha-256\n".formatted(NAME);
        Files.writeString(cluster().resolve("pg_hba.conf"), admission);
        var password = newPassword(random);
        addOwner(programs, account, password);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.writeString(Files.createFile(folder.resolve("password"), ownerOnly), password);
    }

    private void initialise(Path programs, ServerAccount account) throws IOException {
        require(account.run(
                folder,
                "",
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + cluster(),
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                // Sorts alike on every platform and after every upgrade of its libraries, so indexes stay valid.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                // The whole folder is forced to disk afterwards.
                "--no-sync",
                "--no-instructions"));
    }

    private void addOwner(Path programs, ServerAccount account, String password) throws IOException {
        // Thousands of iterations make guessing dear, and each connection too; nobody guesses 24 random bytes.
        var statements = """
                set scram_iterations = 1;
                create role %1$s login password '%2$s';
                create database %1$s owner %1$s;
                """.formatted(NAME, password);
        require(account.run(
                folder,
                statements,
                programs.resolve("bin/postgres").toString(),
                "--single",
                "-D",
                cluster().toString(),
                "-c",
                "exit_on_error=on",
                // The statement holds the password.
                "-c",
                "log_min_error_statement=panic",
                "postgres"));
    }

    private static void require(ServerAccount.Outcome outcome) {
        if (!outcome.succeeded()) {
            throw new StorageUnavailable(
                    "PostgreSQL cannot create its database: " + outcome.output(),
                    "Mend what it names, or set SPRING_DATASOURCE_URL to a PostgreSQL of your own.");
        }
    }

    private static String newPassword(SecureRandom random) {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
