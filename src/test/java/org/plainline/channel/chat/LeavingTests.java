package org.plainline.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServesResidentsPage
class LeavingTests {
    @LocalServerPort
    int port;

    Form browser;

    @BeforeEach
    void talk() {
        browser = new Form(port).open("/").write("家里没钱");
    }

    @Test
    void nothingOfThePageIsKeptByTheBrowser() {
        assertThat(browser.headers().getFirst("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void theTalkIsInACookieThatScriptsCannotReadAndThatDiesWithTheBrowser() {
        assertThat(browser.headers().getFirst("Set-Cookie"))
                .startsWith("talk=")
                .contains("HTTPOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Max-Age", "Expires");
    }

    @Test
    void leavingClearsTheCookieAndTheBrowsersMemory() {
        browser.open("/chat/leave");

        assertThat(browser.headers().getFirst("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
        assertThat(browser.headers().getFirst("Cache-Control")).isEqualTo("no-store");
        assertThat(browser.headers().getFirst("Set-Cookie")).contains("talk=;", "Max-Age=0");
    }

    @Test
    void leavingShowsAPageThatTellsNothing() {
        browser.open("/chat/leave");

        assertThat(browser.page()).contains("年", "月", "日").doesNotContain("明白线", "低保", "chat", "Plainline");
    }

    @Test
    void theTalkIsGoneAfterLeaving() {
        browser.open("/chat/leave").open("/");

        assertThat(browser.page()).contains("请用自己的话说").doesNotContain("低保线", "id=\"answer\"");
    }
}
