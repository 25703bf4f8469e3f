package org.plainline.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainline.ServiceProcess;

/** {@code mvn -Pbenchmark test}: how long a service is away that was killed; 15 seconds are promised. */
class RestartBenchmark {
    private static final int TIMES = 3;

    @TempDir
    private Path folder;

    @Test
    void printsHowLongAStartTakes() throws Exception {
        ServiceProcess service = ServiceProcess.startForLong(folder);
        service.address();
        for (int i = 0; i < TIMES; i++) {
            service.kill();
            Instant killed = Instant.now();
            service = ServiceProcess.startForLong(folder);
            service.address();
            System.out.printf(
                    "Listening again %.1f s after kill -9%n",
                    Duration.between(killed, Instant.now()).toMillis() / 1e3);
        }
        service.close();
    }
}
