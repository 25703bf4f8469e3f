package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainline.resident.Language;

/** Nothing that can be typed or said stops the search or makes it slow. */
class HostileTextTests {
    private static final InstantSource NOVEMBER = InstantSource.fixed(Instant.parse("2026-11-23T08:00:00Z"));

    private static Knowledge knowledge;

    @BeforeAll
    static void openTheSample(@TempDir Path folder) throws Exception {
        SampleFolder.copiedTo(folder);
        knowledge = new KnowledgeBase(folder, NOVEMBER);
    }

    static Stream<String> hostileTexts() {
        var random = new Random(7);
        return Stream.of(
                "",
                "   \t\r\n ",
                "?!。，",
                "\uD83D",
                "\uDC00煤\uD83D",
                "🥶🥶🥶 没煤了 👵🏽",
                "\u0000\u0001\u0008\u001B[31m\u007F\uFFFF\uFEFF",
                "\u202E\u2066煤\u200B炭",
                "AND OR NOT ( [ * ? : ~ ^ \" \\ / {! +煤 -票",
                "title:coal* || field:[a TO z] && \"unclosed",
                "' OR 1=1; DROP TABLE topics; --",
                "<script>alert(1)</script> ${jndi:ldap://x} {{7*7}} %s%n%d",
                "𠮷𠀀𪚥",
                "e" + "\u0301".repeat(5_000),
                "ﷺ".repeat(5_000),
                "煤".repeat(100_000),
                "a".repeat(100_000),
                "a ".repeat(50_000),
                characters(random, 0x4E00, 0x9FA5),
                characters(random, 0, 0xFFFF));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    @Timeout(5)
    void answersAnythingWithoutAnException(String text) {
        for (Language language : Language.values()) {
            assertThatCode(() -> knowledge.find(text, language, 5)).doesNotThrowAnyException();
            assertThat(knowledge.find(text, language, 5))
                    .allSatisfy(match -> assertThat(match.coverage()).isBetween(0.0, 1.0))
                    .allSatisfy(match -> assertThat(match.score()).isFinite());
        }
    }

    @Test
    void readsALongStoryInMilliseconds() {
        String story = "冬天冷得不行，屋里没煤烧，家里老人冻得直哆嗦，孩子在学校也吃不饱。".repeat(50);
        long start = System.nanoTime();

        for (int i = 0; i < 50; i++) {
            knowledge.find(story, Language.ZH, 5);
        }

        assertThat(Duration.ofNanos((System.nanoTime() - start) / 50)).isLessThan(Duration.ofMillis(500));
    }

    private static String characters(Random random, int from, int to) {
        var text = new StringBuilder();
        random.ints(100_000, from, to).forEach(character -> text.append((char) character));
        return text.toString();
    }
}
