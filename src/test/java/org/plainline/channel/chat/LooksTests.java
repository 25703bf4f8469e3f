package org.plainline.channel.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainline.Chromium;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page a resident can come to, measured on small and large screens, with large letters, in light and dark. */
@ServesResidentsPage
class LooksTests {
    private static final List<String> SAID = List.of("", "家里没钱", "低保", "我不想活了", "0", "my mother", "he is hitting me");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    /** @param letters size of the reader's own letters, 1 or 2 times the usual */
    record Screen(int width, int height, int letters, ColorScheme scheme) {}

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        // Never started where there is no browser.
        if (chromium != null) {
            chromium.close();
        }
    }

    static Stream<Screen> screens() {
        return Stream.of(
                new Screen(320, 480, 1, ColorScheme.LIGHT),
                new Screen(390, 844, 1, ColorScheme.DARK),
                new Screen(390, 844, 2, ColorScheme.LIGHT),
                new Screen(1280, 900, 1, ColorScheme.LIGHT),
                new Screen(1280, 900, 2, ColorScheme.DARK));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void canBeReadAndReachedByEverybody(Screen screen) {
        try (var context = context(screen)) {
            for (String said : SAID) {
                Page page = said(context, said);
                assertThat(violations(page)).as(said).isEmpty();
                assertThat(number(page, "document.documentElement.scrollWidth")).isLessThanOrEqualTo(screen.width());
                assertThat(number(page, SMALLEST_LETTERS)).isGreaterThanOrEqualTo(18);
                assertThat(number(page, SMALLEST_TARGET)).isGreaterThanOrEqualTo(60);
                assertThat(number(page, LONGEST_LINE_IN_LETTERS)).isLessThanOrEqualTo(34);
                assertThat(number(page, LINE_HEIGHT)).isGreaterThanOrEqualTo(1.5);
                waysOutAreInView(page, screen);
                if (screen.letters() == 1) {
                    page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
                    waysOutAreInView(page, screen);
                }
                page.close();
            }
        }
    }

    private static List<Rule> violations(Page page) {
        return new AxeBuilder(page)
                // All in this one page, which has no frames: else a page is opened and closed for each look.
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"))
                .analyze()
                .getViolations();
    }

    private static void waysOutAreInView(Page page, Screen screen) {
        for (String way : List.of("#ways-out button", "#leave")) {
            var box = page.locator(way).boundingBox();
            assertThat(box.y).isNotNegative();
            assertThat(box.y + box.height).isLessThanOrEqualTo(screen.height());
            assertThat(box.x + box.width).isLessThanOrEqualTo(screen.width());
        }
    }

    private static final String SMALLEST_LETTERS = """
            Math.min(...[...document.querySelectorAll('body *')]
              .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
              .map(e => parseFloat(getComputedStyle(e).fontSize)))""";

    /** Links inside a sentence are exempt, as in WCAG 2.5.8. */
    private static final String SMALLEST_TARGET = """
            Math.min(...[...document.querySelectorAll('button, a, summary, textarea')]
              .filter(e => e.checkVisibility() && !e.closest('.source'))
              .map(e => e.getBoundingClientRect().height))""";

    private static final String LONGEST_LINE_IN_LETTERS = """
            Math.max(...[...document.querySelectorAll('p, li, h1, h2')].filter(e => e.checkVisibility())
              .map(e => e.getBoundingClientRect().width / parseFloat(getComputedStyle(e).fontSize)))""";

    private static final String LINE_HEIGHT = """
            parseFloat(getComputedStyle(document.body).lineHeight)
              / parseFloat(getComputedStyle(document.body).fontSize)""";

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    private Page said(BrowserContext context, String said) {
        Page page = context.newPage();
        page.navigate("http://localhost:" + port + "/");
        if (!said.isEmpty()) {
            page.locator("#text").fill(said);
            page.locator(".send").click();
            assertThat(page.locator("#answer-title")).isFocused();
        }
        return page;
    }

    private static BrowserContext context(Screen screen) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("zh-CN")
                        .setViewportSize(screen.width(), screen.height())
                        .setColorScheme(screen.scheme()));
        if (screen.letters() > 1) {
            context.addInitScript("document.addEventListener('DOMContentLoaded', () =>"
                    + " document.documentElement.style.fontSize = '" + 125 * screen.letters() + "%')");
        }
        return context;
    }
}
