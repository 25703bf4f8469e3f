package org.plainline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainline.AnswersOn;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.Places;

/** Whoever has said where they live need not say it again to hear what holds there. */
class PlaceOfTheTalkTests {
    private static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");
    private static final Path SAMPLE = Path.of("src/test/resources/knowledge-base-sample");

    @TempDir
    private Path folder;

    private AnswersOn open;
    private Dialogue dialogue;

    @BeforeEach
    void openTheSampleWithAValueForLiuhe() throws IOException {
        try (var files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SAMPLE.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.copy(Path.of("knowledge-base/crisis.yaml"), folder.resolve("crisis.yaml"));
        Path article = folder.resolve("winter-coal/zh.md");
        Files.writeString(
                article,
                Files.readString(article)
                        .replace("\nsources:", "\nlocal: 您那里：{{coal-weight}}。\nsources:")
                        .replace("各地自己定。", "{{coal-weight|各地自己定}}。"));
        Files.writeString(folder.resolve("local.yaml"), "liuhe: {coal-weight: {zh: 看通知, en: see the notice}}\n");
        open = new AnswersOn(LocalDate.of(2026, 11, 23), folder);
        var words = new Words();
        var intake = new HelpIntake(new Places(List.of()), words, UUID::randomUUID, () -> "100001");
        dialogue = new Dialogue(open.answers(), intake, words);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void remembersThePlaceThatWasNamedForHalfAnHour() {
        DialogueState told =
                next(DialogueState.fresh(MORNING), "我是柳河镇的", MORNING).state();

        assertThat(next(told, "冬天没煤烧，煤票怎么领", MORNING.plusSeconds(60)).reply().paragraphs())
                .contains("您那里：看通知。");
        assertThat(next(told, "冬天没煤烧，煤票怎么领", MORNING.plus(Duration.ofMinutes(31)))
                        .reply()
                        .paragraphs())
                .isNotEmpty()
                .doesNotContain("您那里：看通知。");
    }

    private Move next(DialogueState state, String said, Instant now) {
        return dialogue.next(
                new Talk(UUID.randomUUID(), Channel.CHAT, "somebody", null, Language.ZH, state, false, now),
                null,
                said);
    }
}
