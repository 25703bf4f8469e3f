package org.plainline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedPostgresTests {
    // Filled by the first start; every fact starts its own server in it.
    @TempDir
    static Path data;

    private RunningStorage storage;

    @BeforeEach
    void start() throws IOException {
        storage = RunningStorage.in(data);
    }

    @AfterEach
    void stop() throws IOException {
        storage.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "max_connections, 100",
        "listen_addresses, 127.0.0.1",
        "server_encoding, UTF8",
    })
    void runsWithThatSetting(String setting, String value) throws Exception {
        assertThat(storage.ask("show " + setting)).isEqualTo(value);
    }

    @Test
    void sortsAndFoldsByUnicodeOnEveryPlatform() throws Exception {
        assertThat(storage.ask("select datlocale from pg_database where datname = 'plainline'"))
                .isEqualTo("C.UTF-8");
        assertThat(storage.ask("select lower('ÄRZTE')")).isEqualTo("ärzte");
    }

    @Test
    void letsTheServiceInAsAnOrdinaryRole() throws Exception {
        assertThat(storage.ask("select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void letsNobodyElseIn() {
        var url = storage.server().getJdbcUrl();
        var password = storage.server().getPassword();
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(url, "plainline", "guess"));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(url, "postgres", password));
    }

    @Test
    void keepsThePasswordFromOtherUsers() throws Exception {
        assertThat(Files.getPosixFilePermissions(data.resolve("postgresql/database/password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void keepsResidentsWordsOutOfTheServersLog() throws Exception {
        storage.execute("create table caller (phone text primary key)");
        storage.execute("insert into caller values ('+8613800138000')");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> storage.execute("insert into caller values ('+8613800138000')"));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> storage.execute("select phone::date from caller"));
        assertThat(data.resolve("postgresql/server.log")).content().doesNotContain("13800138000");
    }

    @Test
    void keepsRowsAcrossARestart() throws Exception {
        storage.execute("create table request (need text)");
        storage.execute("insert into request values ('My heating has been cut off.')");
        storage.close();
        assertThat(RunningStorage.processesIn(data)).isEmpty();
        storage = RunningStorage.in(data);
        assertThat(storage.ask("select need from request")).isEqualTo("My heating has been cut off.");
    }

    @Test
    void takesTheNextPortWhenOneIsTaken() throws Exception {
        storage.close();
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                var folder = DataFolder.open(data)) {
            int free = EmbeddedPostgres.freePort();
            PrimitiveIterator.OfInt ports =
                    IntStream.of(taken.getLocalPort(), free).iterator();
            try (var server =
                    new EmbeddedPostgres(folder, ServerAccount.choose(), new SecureRandom(), ports::nextInt)) {
                assertThat(server.getJdbcUrl()).contains(":" + free + "/");
            }
        }
    }

    @Test
    void quotesTheServerWhenItDoesNotStart() throws Exception {
        storage.close();
        var version = data.resolve("postgresql/database/cluster/PG_VERSION");
        var current = Files.readString(version);
        Files.writeString(version, "12");
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> RunningStorage.in(data))
                .withMessageContaining("database files are incompatible with server");
        Files.writeString(version, current);
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Linux, riscv64"})
    void saysThatItHasNoPostgresForThatPlatform(String system, String processor) {
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> PostgresPrograms.archiveFor(system, processor))
                .withMessageContaining(system)
                .withMessageContaining(processor);
    }
}
