package org.plainline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainline.AnswersOn;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.springframework.util.FileSystemUtils;

/** What an editor has written down that no article answers, whatever speaks for an article. */
class OutsideTests {
    @TempDir
    private Path folder;

    private AnswersOn open;

    @BeforeEach
    void writeDownCoalTickets() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("src/test/resources/knowledge-base-sample"), folder);
        Files.copy(Path.of("knowledge-base/crisis.yaml"), folder.resolve("crisis.yaml"));
        Files.writeString(
                folder.resolve("outside-en.yaml"),
                "old-tickets: [a coal ticket, sell old tickets, who buys tickets]\n"
                        + IntStream.range(0, 50)
                                .mapToObj(
                                        "bus-%1$d: [bus %1$d, when does bus %1$d leave, last bus number %1$d]%n"
                                                ::formatted)
                                .collect(Collectors.joining()));
        open = new AnswersOn(LocalDate.of(2026, 11, 23), folder);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private static Question question(String text, @Nullable String topic) {
        return new Question(text, Language.EN, Channel.CHAT, topic, null);
    }

    @Test
    void isAnsweredWithNoArticleHoweverItIsTyped() {
        assertThat(open.answers().answer(question("coal ticket", null))).isInstanceOf(Answer.Grounded.class);
        assertThat(open.answers().answer(question("A COAL ticket??", null))).isInstanceOf(Answer.NotCovered.class);
    }

    @Test
    void isNotAnsweredWithWhatTheTalkWasAboutEither() {
        assertThat(open.answers().answer(question("a coal ticket", "winter-coal")))
                .isInstanceOf(Answer.NotCovered.class);
    }

    @Test
    void isExplainedToEditors() {
        assertThat(open.answers().explain(question("a coal ticket", null)).judgement())
                .isEqualTo(Judgement.OUTSIDE);
    }
}
