package org.plainline.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A service to be killed: takes one request for help after the other and says which ones it has kept. */
final class HelpLine {
    private HelpLine() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        try (var storage = RunningStorage.in(Path.of(arguments[0]));
                var connection = storage.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists request (number serial primary key, need text not null)");
            while (true) {
                var kept = statement.executeQuery("insert into request (need) values ('heating') returning number");
                kept.next();
                System.out.println(kept.getInt(1));
            }
        }
    }
}
