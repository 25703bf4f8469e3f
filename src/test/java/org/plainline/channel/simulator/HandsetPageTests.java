package org.plainline.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandsetPageTests extends HandsetTest {
    private String page(String query, String acceptLanguage) {
        return Objects.requireNonNull(http().get()
                .uri("/phone" + query)
                .header("Accept-Language", acceptLanguage)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'en-GB,en;q=0.9', en, Hang up",
        "'', 'zh-TW,en;q=0.5', zh-CN, 挂断",
        "'', 'de,en;q=0.5', en, Hang up",
        "'', 'de', zh-CN, 挂断",
        "?lang=en, 'zh', en, Hang up",
        "?lang=zh, 'en', zh-CN, 挂断",
        "?lang=de, 'en', en, Hang up"
    })
    void speaksTheLanguageOfItsVisitor(String query, String acceptLanguage, String language, String word) {
        assertThat(page(query, acceptLanguage)).contains("<html lang=\"" + language + "\">", word);
    }

    @Test
    void namesTheServiceAndItsTwelveKeys() {
        assertThat(page("", "en"))
                .contains("+1 500-555-0006", "value=\"+12025550143\"")
                .contains(
                        "aria-label=\"Key 1\"", "aria-label=\"Key *\"", "aria-label=\"Key 0\"", "aria-label=\"Key #\"")
                .contains("This telephone is a simulator for development and demonstration.");
    }

    @Test
    void needsNoScriptOrStyleOfItsOwn() {
        assertThat(page("", "en"))
                .doesNotContain("<style", " style=", "onclick", "javascript:", "https://")
                .doesNotContainPattern("<script(?![^>]* src=\"/)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/phone.css",
                "/phone.js",
                "/phone/post.js",
                "/phone/silence.js",
                "/phone/sound.js",
                "/phone/thread.js",
                "/phone/wire.js",
                "/phone/words.js"
            })
    void comesWithItsScriptsAndStyles(String path) {
        http().get().uri(path).exchange().expectStatus().isOk();
    }
}
