package org.plainline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainline.AnswersOn;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.springframework.util.FileSystemUtils;

/** What the sample's article on winter coal, which ended on 22 November, is still good for: nothing. */
class InForceTests {
    private static final LocalDate ENDED = LocalDate.of(2026, 11, 22);

    @TempDir
    private Path folder;

    private AnswersOn open;

    @BeforeEach
    void endTheCoal() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("src/test/resources/knowledge-base-sample"), folder);
        Files.copy(Path.of("knowledge-base/crisis.yaml"), folder.resolve("crisis.yaml"));
        for (Language language : Language.values()) {
            Path file = folder.resolve("winter-coal/" + language.code() + ".md");
            Files.writeString(
                    file, Files.readString(file).replace("reviewed-on:", "effective-to: " + ENDED + "\nreviewed-on:"));
        }
        open = new AnswersOn(ENDED.plusDays(1), folder);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private Answer asked(String text, @Nullable String topic) {
        return open.answers().answer(new Question(text, Language.EN, Channel.CHAT, topic, null));
    }

    @Test
    void isAnsweredUntilItsLastDay() {
        try (var before = new AnswersOn(ENDED, folder)) {
            assertThat(before.answers().answer(new Question("coal ticket", Language.EN, Channel.CHAT, null, null)))
                    .isInstanceOf(Answer.Grounded.class);
        }
        assertThat(asked("coal ticket", null)).isInstanceOf(Answer.NotCovered.class);
    }

    @Test
    void bringsNobodyBackToWhatTheTalkWasAbout() {
        assertThat(asked("coal ticket", "hearing-aid")).isInstanceOf(Answer.NotCovered.class);
    }

    @Test
    void isNoChoiceAndCannotBeChosen() {
        assertThat(asked("who helps with a winter school ear", null))
                .isInstanceOfSatisfying(
                        Answer.Choice.class,
                        choice -> assertThat(choice.offers())
                                .extracting(Answer.Offer::topic)
                                .isNotEmpty()
                                .doesNotContain("winter-coal"));
        assertThat(open.answers().topic("winter-coal", null, Language.EN, Channel.CHAT, null))
                .isEmpty();
    }

    @Test
    void isNamedToTheEditorAsTheReason() {
        Explanation why = open.answers().explain(new Question("coal ticket", Language.EN, Channel.CHAT, null, null));

        assertThat(why.judgement().verdict()).isEqualTo(Judgement.Verdict.NOT_TODAY);
        assertThat(why.matches().getFirst().article().topic()).isEqualTo("winter-coal");
    }
}
