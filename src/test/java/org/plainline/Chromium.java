package org.plainline;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium; tests that need it are skipped where there is none. Nothing is downloaded. */
public final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));

    private static final AtomicBoolean SAID = new AtomicBoolean();

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        requireProgram();
        // Tests share the machine with whatever else is built on it.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM));
    }

    /** Where everything has to be proven a missing browser is a failure; elsewhere it is said once, and loudly. */
    private static void requireProgram() {
        if (Files.isExecutable(PROGRAM)) {
            return;
        }
        String missing =
                "%s is missing: browser tests prove nothing here. Install it, or name another with -Dchromium=…"
                        .formatted(PROGRAM);
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            throw new AssertionError(missing);
        }
        if (SAID.compareAndSet(false, true)) {
            System.err.println("\n*** SKIPPED: " + missing + " ***\n");
        }
        Assumptions.abort(missing);
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
