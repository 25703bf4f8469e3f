package org.plainline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job, as people do it: text from the handset, see it in the console without a reload, reply, see the reply on
 * the handset. {@code -Dscreenshots=docs} keeps the pictures of the README.
 */
@Order(ServiceTest.IN_PROCESSES_OF_THEIR_OWN)
class WholePathTests {
    private static final Pattern REFERENCE = Pattern.compile("编号(\\d{6})");
    private static final Pattern ONE_TIME = Pattern.compile("password\\s+(\\S+)");
    private static final String OWN_PASSWORD = "four plain words together";
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        chromium = new Chromium();
        service = ServiceProcess.start(folder, "--plainline.public-url=http://localhost");
    }

    @AfterAll
    static void stop() {
        // Neither was started where there is no browser.
        if (service != null) {
            service.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aTextBecomesAReferralAndTheReplyReachesTheHandset() throws Exception {
        String address = service.address();
        Page console = page("en-GB");
        signIn(console, address, oneTimePassword());
        Page phone = page("zh-CN");
        phone.navigate(address + "/phone?lang=zh");

        text(phone, "我妈瘫了,家里没钱怎么办", "明白线：");
        text(phone, "0", "哪个乡镇");
        text(phone, "柳河镇", "什么时候");
        String reference = reference(text(phone, "2", "记下了"));

        Locator row = console.getByRole(AriaRole.LINK, named(Pattern.compile(reference)));
        assertThat(row).isVisible();
        accessible(console, "console");
        row.click();
        assertThat(console.getByText("我妈瘫了,家里没钱怎么办").first()).isVisible();
        console.getByRole(AriaRole.BUTTON, named("Take it")).click();
        console.getByLabel("Write to the resident").fill("您好,我是柳河镇的小王,今天下午给您打电话。");
        console.getByRole(AriaRole.BUTTON, named("Send")).click();
        assertThat(phone.getByText("您好,我是柳河镇的小王,今天下午给您打电话。")).isVisible();
        assertThat(console.getByText("delivered")).isVisible();
        accessible(console, "referral");
        picture(console, "console");
        call(phone);
        accessible(phone, "handset");
        picture(phone, "handset");

        console.getByLabel("Helped").check();
        console.getByRole(AriaRole.BUTTON, named("Close")).click();
        assertThat(console.getByText(reference + " is closed: Helped.")).isVisible();
    }

    @Test
    void theResidentsPageAnswersAndIsAccessible() throws Exception {
        Page page = page("zh-CN");
        page.navigate(service.address() + "/?lang=zh");
        accessible(page, "page");
        page.locator("#text").fill("我妈瘫了,家里没钱怎么办");
        page.locator("button.send").click();
        assertThat(page.getByText("带什么").first()).isVisible();
        accessible(page, "page with an answer");
        picture(page, "page");
    }

    private static Page page(String locale) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setColorScheme(ColorScheme.LIGHT)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1100, 900));
        return context.newPage();
    }

    private static String oneTimePassword() {
        for (int i = 0; i < 100; i++) {
            Matcher password = ONE_TIME.matcher(service.output());
            if (password.find()) {
                return password.group(1);
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("No one-time password was printed:\n" + service.output());
    }

    private static void signIn(Page console, String address, String oneTime) {
        console.navigate(address + "/console?lang=en");
        console.getByLabel("Name").fill("administrator");
        console.getByLabel("Password").fill(oneTime);
        console.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        console.getByLabel("Present password").fill(oneTime);
        console.getByLabel("New password").fill(OWN_PASSWORD);
        console.getByRole(AriaRole.BUTTON, named("Keep this password")).click();
        console.navigate(address + "/console?lang=en");
        assertThat(console.getByRole(AriaRole.HEADING, heading("Requests for help")))
                .isVisible();
    }

    /** Sends a text from the handset and waits for the reply that begins or continues like this. */
    private static Locator text(Page phone, String words, String reply) {
        Locator thread = phone.locator("#thread");
        phone.locator("#message").fill(words);
        phone.locator("#message-form button[type=submit]").click();
        Locator answer = thread.getByText(reply).last();
        assertThat(answer).isVisible();
        return answer;
    }

    private static void call(Page phone) {
        phone.locator("#call").click();
        assertThat(phone.locator("#heard")).containsText("这里是明白线");
        phone.locator("#speech").fill("我妈瘫了,家里没钱怎么办");
        phone.locator("#speech-form button[type=submit]").click();
        assertThat(phone.locator("#heard")).containsText("低保");
    }

    private static String reference(Locator said) {
        Matcher reference = REFERENCE.matcher(said.textContent());
        assertThat(reference.find()).as(said.textContent()).isTrue();
        return reference.group(1);
    }

    private static void accessible(Page page, String what) {
        var found = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
        assertThat(found).as(what).isEmpty();
    }

    private static void picture(Page page, String name) {
        String wanted = System.getProperty("screenshots");
        if (wanted != null) {
            page.evaluate("scrollTo(0, 0)");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(wanted, name + ".png")));
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions named(Pattern name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name).setLevel(1);
    }
}
