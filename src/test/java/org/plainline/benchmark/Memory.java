package org.plainline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process holds. */
final class Memory {
    private Memory() {}

    /** Living objects, and all that Linux counts, which is more by the models and the machinery of Java. */
    static String inUse() throws IOException {
        System.gc();
        Runtime java = Runtime.getRuntime();
        Path status = Path.of("/proc/self/status");
        String all = !Files.exists(status)
                ? "unknown"
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                        .findFirst()
                        .orElse("unknown");
        return "Memory: %d MB of objects, %s in all".formatted((java.totalMemory() - java.freeMemory()) >> 20, all);
    }
}
