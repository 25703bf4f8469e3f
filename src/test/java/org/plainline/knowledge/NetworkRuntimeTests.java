package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkRuntimeTests {
    @TempDir
    private Path folder;

    /** A process that is stopped while it loads networks and answers, as a service may be at any time. */
    static final class Stopped {
        public static void main(String[] args) throws InterruptedException {
            Encoder first = Encoder.load(Encoder.Kind.BGE_CHINESE);
            Thread.ofPlatform().daemon().start(() -> {
                while (true) {
                    Encoder.load(Encoder.Kind.BGE_CHINESE).question("低保");
                }
            });
            Thread.ofPlatform().daemon().start(() -> {
                while (true) {
                    first.question("低保怎么申请");
                }
            });
            Runtime.getRuntime().addShutdownHook(new Thread(NetworkRuntimeTests::takeTimeToEnd));
            Thread.sleep(100);
            System.exit(0);
        }
    }

    private static void takeTimeToEnd() {
        try {
            Thread.sleep(3000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void networksMayBeUsedUntilTheProcessHasEnded() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stopped.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("fatal error", "Exception");
    }
}
