package org.plainline.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A data folder with its server, as the service holds them. */
record RunningStorage(DataFolder folder, EmbeddedPostgres server) implements AutoCloseable {
    static RunningStorage in(Path path) throws IOException {
        return in(path, ServerAccount.choose());
    }

    static RunningStorage in(Path path, ServerAccount account) throws IOException {
        var folder = DataFolder.open(path);
        try {
            var server = new EmbeddedPostgres(folder, account, new SecureRandom(), EmbeddedPostgres::freePort);
            return new RunningStorage(folder, server);
        } catch (IOException | RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    /** Every process that runs a program of that data folder. */
    static List<ProcessHandle> processesIn(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(data + "/"))
                .toList();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String ask(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        folder.close();
    }
}
