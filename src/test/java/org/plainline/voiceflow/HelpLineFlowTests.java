package org.plainline.voiceflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainline.resident.Language;
import org.plainline.resident.Wording;
import org.plainline.voiceflow.CallEvent.Keyed;
import org.plainline.voiceflow.CallEvent.Replied;
import org.plainline.voiceflow.CallEvent.Silent;
import org.plainline.voiceflow.CallEvent.Spoken;
import org.plainline.voiceflow.CallStep.Listen;
import org.plainline.voiceflow.CallStep.Say;
import org.plainline.voiceflow.Turn.Request;

/** The rules every caller relies on, checked at every place the shipped flow can be in. */
class HelpLineFlowTests {
    private static final VoiceFlow FLOW =
            VoiceFlow.read(Path.of("voice-flows"), Wording.of("voice"), (kind, language) -> List.of(kind));
    private static final List<String> KINDS = List.of(
            "greeting",
            "answer",
            "choice",
            "no-answer",
            "ask-need",
            "ask-place",
            "ask-number",
            "ask-time",
            "acknowledged",
            "crisis",
            "texted");

    /** The opening and the state after each kind of reply, in both languages. */
    static Stream<Turn> everyPlace() {
        return Stream.concat(
                Stream.of(FLOW.begin(null), FLOW.begin(Language.EN)),
                KINDS.stream().flatMap(kind -> Stream.of(Language.values()).map(language -> after(kind, language))));
    }

    private static Turn after(String kind, Language language) {
        return FLOW.next(FLOW.begin(null).state(), new Replied(kind, language, List.of(), List.of("第一段。", "第二段。")));
    }

    private static Listen listening(Turn turn) {
        assertThat(turn.steps().getLast()).isInstanceOf(Listen.class);
        return (Listen) turn.steps().getLast();
    }

    private static String words(Listen listen) {
        return String.join(
                " ",
                listen.prompts().stream()
                        .flatMap(step -> step instanceof Say say ? Stream.of(say.text()) : Stream.empty())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("everyPlace")
    void zeroLeadsToAPerson(Turn place) {
        assertThat(FLOW.next(place.state(), new Keyed("0")).request()).isEqualTo(new Request.Said("0"));
    }

    @ParameterizedTest
    @MethodSource("everyPlace")
    void speechIsTakenEverywhere(Turn place) {
        assertThat(FLOW.next(place.state(), new Spoken("我家没钱看病")).request()).isEqualTo(new Request.Said("我家没钱看病"));
    }

    @ParameterizedTest
    @MethodSource("everyPlace")
    void silenceIsFollowedByKeysAndThenBySomebodyElse(Turn place) {
        Turn turn = place;
        // A reply read in chunks goes on by itself first.
        while (turn.state().chunk() < turn.state().content().size() - 1
                && turn.state().node().equals("answer")) {
            turn = FLOW.next(turn.state(), new Silent());
        }
        Turn first = FLOW.next(turn.state(), new Silent());
        assertThat(listening(first).prompts()).hasSizeGreaterThanOrEqualTo(2);
        Turn second = FLOW.next(first.state(), new Silent());
        if (place.state().node().equals("done")) {
            assertThat(second.steps()).last().isInstanceOf(CallStep.Hangup.class);
        } else {
            assertThat(second.request()).isInstanceOf(Request.Said.class);
        }
    }

    @ParameterizedTest
    @MethodSource("everyPlace")
    void aWrongKeyIsNotBlamedAndHasOtherWordsThanSilence(Turn place) {
        Listen wrong = listening(FLOW.next(place.state(), new Keyed("8")));
        assertThat(words(wrong)).doesNotContain("错", "wrong", "invalid", "没听到", "could not hear");
    }

    @ParameterizedTest
    @MethodSource("everyPlace")
    void starRepeatsAndNineIsSlower(Turn place) {
        assertThat(words(listening(FLOW.next(place.state(), new Keyed("*"))))).isNotEmpty();
        Listen slower = listening(FLOW.next(place.state(), new Keyed("9")));
        assertThat(slower.prompts()).allMatch(step -> step instanceof Say say && say.slowly());
    }

    @ParameterizedTest
    @MethodSource("everyPlace")
    void thereIsTimeToThinkExceptBetweenChunks(Turn place) {
        Listen listen = listening(place);
        boolean between = place.state().node().equals("answer") && place.state().chunk() == 0;
        assertThat(listen.silence()).isEqualTo(Duration.ofSeconds(between ? 2 : 8));
    }

    @Test
    void opensWithWhoWeAreOneQuestionAndTheWayToAPersonWithinTwelveSeconds() {
        String opening = words(listening(FLOW.begin(null)));
        assertThat(opening).startsWith("您好，这里是明白线。").contains("按零").endsWith("For English, press two.");
        long han = opening.codePoints().filter(c -> c > 0x3000).count();
        assertThat(han * 60 / 200 + 4 * 60 / 145).isLessThanOrEqualTo(12);
    }

    @Test
    void readsAnAnswerChunkByChunkAndThenSaysWhatCanBeDone() {
        Turn first = after("answer", Language.ZH);
        assertThat(words(listening(first))).isEqualTo("第一段。");
        Turn second = FLOW.next(first.state(), new Silent());
        assertThat(words(listening(second))).startsWith("第二段。").contains("短信", "星号", "按零");
    }

    @Test
    void crisisNumbersCannotBeTalkedOverAndWhatFollowsCan() {
        Turn crisis = FLOW.next(
                FLOW.begin(null).state(),
                new Replied("choice", Language.ZH, List.of("有危险，请打 1 1 0。"), List.of("要问低保，请按1。")));

        assertThat(crisis.steps().getFirst()).isEqualTo(new Say("有危险，请打 1 1 0。", Language.ZH, false));
        assertThat(words(listening(crisis))).isEqualTo("要问低保，请按1。");
        assertThat(FLOW.next(crisis.state(), new Keyed("1")).request()).isEqualTo(new Request.Said("1"));
        assertThat(FLOW.next(crisis.state(), new Keyed("*")).steps()).isEqualTo(crisis.steps());
    }

    @Test
    void refusesAFlowInWhichACallerCouldGetStuck(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("help-line.yaml"), """
                start: welcome
                everywhere: {"0": nowhere}
                replies: {answer: answer}
                nodes:
                  welcome: {say: [no-such-wording]}
                  forgotten: {say: [welcome], lost: person}
                """);
        assertThatThrownBy(() -> VoiceFlow.read(folder, Wording.of("voice"), (kind, language) -> List.of()))
                .hasMessageContaining("key 0 must lead to a person")
                .hasMessageContaining("'nowhere'")
                .hasMessageContaining("'no-such-wording'")
                .hasMessageContaining("'answer'")
                .hasMessageContaining("welcome: says nothing about 'lost'")
                .hasMessageContaining("forgotten: nothing leads here");
    }
}
