package org.plainline.channel.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainline.Chromium;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServesResidentsPage
class BrowserTests {
    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    ScriptedConversations conversations;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

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

    @BeforeEach
    void open() {
        open(true);
    }

    private void open(boolean scripts) {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("zh-CN")
                        .setJavaScriptEnabled(scripts)
                        .setViewportSize(320, 480));
        page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(complaints::add);
        page.navigate(address());
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
        }
    }

    /** Nothing was blocked by the content security policy and nothing failed on the way. */
    @AfterEach
    void nothingToComplainAbout() {
        context.close();
        conversations.goDown(false);
        assertThat(complaints).isEmpty();
    }

    private String address() {
        return "http://localhost:" + port + "/";
    }

    private void reopenWithoutScripts() {
        context.close();
        open(false);
    }

    private void write(String text) {
        page.locator("#text").fill(text);
        page.locator(".send").click();
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator words() {
        return page.locator(".words");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesARequestForHelpWithAndWithoutScripts(boolean scripts) {
        if (!scripts) {
            reopenWithoutScripts();
        }
        button("找人帮忙").click();
        assertThat(words()).hasText("请说说您要什么帮助，住在哪个乡镇或街道。");
        write("我妈要人照顾");
        button("柳河镇").click();
        assertThat(page.getByLabel("您的电话，和方便接电话的时间")).isEmpty();
        write("13800138000，明天上午");

        assertThat(page.locator(".reference b")).hasText("482 913");
        assertThat(page.getByRole(AriaRole.LOG)).containsText("我妈要人照顾");
        page.reload();
        assertThat(page.locator(".reference b")).hasText("482 913");
    }

    @Test
    void answersInPlaceAndMovesTheFocusThere() {
        write("我妈瘫了，家里没钱怎么办");

        assertThat(page.locator("#answer-title")).isFocused();
        assertThat(page.locator("#text")).isEmpty();
        assertThat(page.getByText("户口本")).isVisible();
        page.getByText("怎么申请").click();
        assertThat(page.getByText("填一张申请表。")).isVisible();
    }

    @Test
    void reloadAndBackNeverSendAnythingAgainWithoutScripts() {
        reopenWithoutScripts();
        write("屋顶漏雨");
        assertThat(page.getByText("屋顶漏雨")).isVisible();
        write("窗户破了");
        assertThat(page.getByText("窗户破了")).isVisible();
        int heard = conversations.heard().size();

        page.reload();
        page.goBack();
        page.goForward();

        assertThat(conversations.heard()).hasSize(heard);
    }

    @Test
    void hearsAnImpatientDoubleTapOnce() {
        page.locator("#text").fill("我等不及了");
        page.locator(".send").dblclick();
        assertThat(words()).isVisible();

        assertThat(conversations.heard().stream()
                        .filter(utterance -> utterance.text().equals("我等不及了")))
                .hasSize(1);
    }

    @Test
    void bringsWhatACaseworkerWritesWhileThePageIsOpen() {
        write("家里没钱");
        assertThat(words()).isVisible();
        page.locator("#text").fill("我还想说");

        conversations.caseworkerWrites("您好，我是小王。<img src=x onerror=alert(1)>");

        assertThat(page.locator("#from-person")).containsText("我是小王。<img");
        assertThat(page.locator("#log .caseworker")).hasCount(1);
        assertThat(page.locator("#text")).hasValue("我还想说");
        assertThat(page.locator("#log img")).hasCount(0);
    }

    @Test
    void showsNewLinesOnRequestWithoutScripts() {
        reopenWithoutScripts();
        write("家里没钱");
        conversations.caseworkerWrites("您好，我是小王。");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("看看有没有新消息"))
                .click();

        assertThat(page.locator("#from-person")).containsText("我是小王。");
    }

    @Test
    void keepsTheWordsWhenTheNetworkIsDown() {
        page.locator("#text").fill("家里揭不开锅了");
        context.setOffline(true);
        page.locator(".send").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("您写的还在。");
        assertThat(page.locator("#text")).hasValue("家里揭不开锅了");
        context.setOffline(false);
        page.locator(".send").click();
        assertThat(words()).isVisible();
        complaints.removeIf(complaint -> complaint.contains("ERR_INTERNET_DISCONNECTED"));
    }

    @Test
    void keepsTheWordsWhenTheServiceIsDown() {
        conversations.goDown(true);
        write("家里揭不开锅了");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("请等一分钟");
        assertThat(page.locator("#text")).hasValue("家里揭不开锅了");

        conversations.goDown(false);
        page.locator(".send").click();
        assertThat(words()).isVisible();
        complaints.removeIf(complaint -> complaint.contains("503"));
    }

    @Test
    void startsAgainFromTheNeedWhenTheTalkWasClosed() {
        button("找人帮忙").click();
        assertThat(words()).containsText("请说说您要什么帮助");
        write("我妈要人照顾");
        assertThat(words()).containsText("您住在哪个乡镇或街道？");
        context.clearCookies();
        write("柳河镇");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("请从您的难处说起");
        assertThat(page.getByLabel("请用自己的话说")).hasValue("柳河镇");
        write("柳河镇，我妈要人照顾");
        assertThat(words()).containsText("家里每人每月的钱");
        complaints.removeIf(complaint -> complaint.contains("409"));
    }

    @Test
    void changesTheLanguageWithoutLosingTheWords() {
        page.locator("#text").fill("my mother");
        page.getByText("English").click();

        assertThat(page.getByLabel("Say it in your own words")).hasValue("my mother");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        write("my mother cannot walk");
        assertThat(page.locator("#log b").first()).hasText("You");
    }

    @Test
    void showsHostileTextAsText() {
        for (String hostile : List.of(
                "<img src=x onerror=\"window.pwned=1\">",
                "</textarea><script>window.pwned=1</script>",
                "<svg/onload=window.pwned=1>",
                "\u202edrow\u202c <b>bold</b>")) {
            write(hostile);
            assertThat(page.locator("#log bdi").filter(new Locator.FilterOptions().setHasText(hostile)))
                    .hasCount(1);
        }
        assertThat(page.evaluate("typeof window.pwned")).isEqualTo("undefined");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNothingToRead(boolean scripts) {
        if (!scripts) {
            reopenWithoutScripts();
        }
        write("我不想活了");
        assertThat(page.locator(".hotlines")).containsText("12356");

        page.getByText("离开", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL("**/chat/leave");

        assertThat(page.locator("h1")).containsText("年");
        assertThat(context.cookies()).isEmpty();
        page.goBack();
        assertThat(page.locator("body")).not().containsText("12356");
        page.navigate(address());
        assertThat(page.locator("#log > p")).hasCount(0);
    }

    @Test
    void leavesAtOnceWhenEscapeIsPressedTwice() {
        write("我不想活了");
        assertThat(page.locator(".hotlines")).containsText("12356");

        page.keyboard().press("Escape");
        assertThat(page.locator(".hotlines")).containsText("12356");
        page.keyboard().press("Escape");

        page.waitForURL("**/chat/leave");
        assertThat(context.cookies()).isEmpty();
    }

    @Test
    void keepsNothingInTheBrowserButTheCookieOfTheSession() {
        write("家里没钱");
        assertThat(words()).isVisible();

        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
        assertThat(context.cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.expires).isEqualTo(-1);
            assertThat(cookie.httpOnly).isTrue();
        });
        assertThat(page.title()).isEqualTo("明白线");
    }

    @Test
    void worksByKeyboardAlone() {
        page.keyboard().press("Tab");
        assertThat(button("找人帮忙")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#answer-title")).isFocused();

        page.keyboard().press("Tab");
        assertThat(page.locator("#text")).isFocused();
        page.keyboard().type("我妈要人照顾");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(words()).containsText("您住在哪个乡镇或街道？");
    }
}
