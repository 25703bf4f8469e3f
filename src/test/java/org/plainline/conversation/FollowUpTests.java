package org.plainline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainline.AnswersOn;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.Places;
import org.springframework.util.FileSystemUtils;

/** Somebody tells a trouble, asks one thing more about the answer, and then wants a person. */
class FurtherQuestionTests {
    private static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");
    private static final String TROUBLE = "屋里没煤烧，老人冻得直哆嗦";
    private static final String FURTHER = "那去村委会以后几天有结果";

    @TempDir
    private Path folder;

    private AnswersOn open;
    private Dialogue dialogue;

    @BeforeEach
    void openTheSample() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("src/test/resources/knowledge-base-sample"), folder);
        Files.copy(Path.of("knowledge-base/crisis.yaml"), folder.resolve("crisis.yaml"));
        open = new AnswersOn(LocalDate.of(2026, 11, 23), folder);
        var words = new Words();
        dialogue = new Dialogue(
                open.answers(), new HelpIntake(new Places(List.of()), words, UUID::randomUUID, () -> "100001"), words);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private Move next(DialogueState state, String said) {
        return dialogue.next(
                new Talk(UUID.randomUUID(), Channel.CHAT, "somebody", null, Language.ZH, state, false, MORNING),
                null,
                said);
    }

    @Test
    void theCaseworkerReadsTheTroubleAndWhatWasAskedLast() {
        Move told = next(DialogueState.fresh(MORNING), TROUBLE);
        assertThat(told.reply().kind()).isEqualTo(Reply.Kind.ANSWER);
        Move further = next(told.state(), FURTHER);
        assertThat(further.state().topic()).isEqualTo("winter-coal");

        HelpRequest request = Objects.requireNonNull(
                Objects.requireNonNull(next(further.state(), "0").state().intake())
                        .request());

        assertThat(request.words()).isEqualTo(TROUBLE + "\n" + FURTHER);
    }
}
