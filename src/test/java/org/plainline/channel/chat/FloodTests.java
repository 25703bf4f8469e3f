package org.plainline.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = ResidentsPage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "plainline.limits.enabled=true")
class FloodTests {
    @LocalServerPort
    int port;

    @Test
    void aFloodWaitsButNobodyInDangerAndNobodyWhoWantsAPerson() {
        var browser = new Form(port).open("/");
        for (int i = 0; i < 100 && browser.status() == 200; i++) {
            browser.write("灌水" + i);
        }

        assertThat(browser.status()).isEqualTo(429);
        assertThat(browser.trouble()).contains("请等一分钟", "12345");
        assertThat(browser.wordsInTheBox()).startsWith("灌水");
        assertThat(browser.write("我不想活了").page()).contains("tel:12356");
        assertThat(browser.press("0").page()).contains("请告诉我们");
    }
}
