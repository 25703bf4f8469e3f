package org.plainline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainline.AnswersOn;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.ServiceArea;

/** What a resident hears of an article that does not hold yet, or that nobody has looked at for too long. */
class DatedAnswersTests {
    /** All articles were last checked on that day. */
    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 23);

    private static final Words WORDS = new Words();

    @ParameterizedTest
    @CsvSource({
        "SMS, 低保怎么申请, '上次核对2026年11月23日，请再确认）回0找真人。'",
        "VOICE, 低保怎么申请, 上次核对是2026年11月23日，请再跟办事处确认。要找真人，请按零。",
        "CHAT, 低保怎么申请, 上次核对是2026年11月23日，可能变了。请再跟办事处确认，也可以找真人。",
        "SMS, how do I apply for dibao, 'last checked on 23 Nov 2026, please confirm) Reply 0 for a person.'",
        "VOICE, how do I apply for dibao, 'We last checked it on 23 Nov 2026. Please confirm it with the office. For a person, press zero.'",
        "CHAT, how do I apply for dibao, 'This was last checked on 23 Nov 2026 and may have changed. Please confirm it with the office, or speak to a person.'"
    })
    void saysWhenItWasLastCheckedOnceTheReviewIsOverdue(Channel channel, String question, String words) {
        Reply fresh = asked(CHECKED.plusDays(180), channel, question);
        Reply overdue = asked(CHECKED.plusDays(181), channel, question);

        assertThat(fresh.kind()).isEqualTo(Reply.Kind.ANSWER);
        assertThat(fresh.paragraphs().getLast()).doesNotContain("confirm", "确认");
        assertThat(overdue.kind()).isEqualTo(Reply.Kind.ANSWER);
        assertThat(overdue.paragraphs().getLast()).endsWith(words);
        assertThat(overdue.options()).anyMatch(option -> option.key().equals("0"));
    }

    @ParameterizedTest
    @CsvSource({
        "SMS, 低保怎么申请, '明白线：这件事的答案上次核对是2026年11月23日，太久了，怕说错，先不说。回0找真人，我们的人打给您。'",
        "VOICE, 低保怎么申请, 这件事的答案，上次核对是2026年11月23日，太久了。我怕说错，先不说。要找真人，请按零。",
        "CHAT, how do I apply for dibao, 'Our answer to this was last checked on 23 Nov 2026. That is too long ago, so we do not give it. A person can help you.'"
    })
    void isWithheldAtTwiceThePeriodAndAPersonIsOffered(Channel channel, String question, String words) {
        assertThat(asked(CHECKED.plusDays(359), channel, question).kind()).isEqualTo(Reply.Kind.ANSWER);
        Reply withheld = asked(CHECKED.plusDays(360), channel, question);

        assertThat(withheld.kind()).isEqualTo(Reply.Kind.NO_ANSWER);
        assertThat(withheld.paragraphs()).containsExactly(words);
        assertThat(withheld.options()).anyMatch(option -> option.key().equals("0"));
    }

    /** The law on social assistance is in force from that day on, and so is what the article on dibao says. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-30, 低保怎么申请, NO_ANSWER",
        "2026-07-01, 低保怎么申请, ANSWER",
        "2026-06-30, how do I apply for dibao, NO_ANSWER",
        "2026-07-01, how do I apply for dibao, ANSWER"
    })
    void isGivenFromTheDayItHoldsAndNoNeighbourBeforeThat(LocalDate day, String question, Reply.Kind kind) {
        assertThat(asked(day, Channel.CHAT, question).kind()).isEqualTo(kind);
    }

    private static Reply asked(LocalDate day, Channel channel, String question) {
        var intake = new HelpIntake(
                ServiceArea.read(Path.of("service-area.yaml")).places(), WORDS, UUID::randomUUID, () -> "123456");
        Instant now = CHECKED.atStartOfDay(ZoneOffset.UTC).toInstant();
        var talk = new Talk(
                UUID.randomUUID(), channel, "somebody", null, Language.ZH, DialogueState.fresh(now), false, now);
        return new Dialogue(AnswersOn.shared(day).answers(), intake, WORDS)
                .next(talk, null, question)
                .reply();
    }
}
