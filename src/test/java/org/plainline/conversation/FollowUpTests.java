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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainline.AnswersOn;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.Places;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** Somebody tells a trouble, asks one thing more about the answer, and then wants a person. */
class FollowUpTests {
    private static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");
    private static final String TROUBLE = "屋里没煤烧，老人冻得直哆嗦";
    private static final String FOLLOW_UP = "那去村委会以后几天有结果";

    @TempDir
    private Path folder;

    private AnswersOn open;
    private Dialogue dialogue;

    @BeforeEach
    void openTheSample() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("src/test/resources/knowledge-base-sample"), folder);
        Files.copy(Path.of("knowledge-base/crisis.yaml"), folder.resolve("crisis.yaml"));
        addLocal("winter-coal/zh.md", "您那里每户{{coal}}煤。");
        addLocal("winter-coal/en.md", "Where you live it is {{coal}} coal.");
        Files.writeString(folder.resolve("local.yaml"), "liuhe:\n  coal: {zh: 两百斤, en: a hundred kilos of}\n");
        open = new AnswersOn(LocalDate.of(2026, 11, 23), folder);
        var words = new Words();
        dialogue = new Dialogue(
                open.answers(), new HelpIntake(new Places(List.of()), words, UUID::randomUUID, () -> "100001"), words);
    }

    private void addLocal(String file, String sentence) throws IOException {
        String text = Files.readString(folder.resolve(file));
        Files.writeString(folder.resolve(file), text.replaceFirst("\nspoken:", "\nlocal: " + sentence + "$0"));
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
        Move further = next(told.state(), FOLLOW_UP);
        assertThat(further.state().topic()).isEqualTo("winter-coal");

        HelpRequest request = Objects.requireNonNull(
                Objects.requireNonNull(next(further.state(), "0").state().intake())
                        .request());

        assertThat(request.words()).isEqualTo(TROUBLE + "\n" + FOLLOW_UP);
    }

    @Test
    void whoDidNotHearHearsTheSameAgainAndWhoWantsMoreTheNextPart() {
        Move told = next(DialogueState.fresh(MORNING), TROUBLE);

        assertThat(next(told.state(), "没听清，再说一遍").reply().paragraphs())
                .isEqualTo(told.reply().paragraphs());
        Move more = next(told.state(), "好的，然后呢");
        assertThat(more.reply().paragraphs()).startsWith("冬天取暖的煤，怎么申请");
        assertThat(next(more.state(), "再说一遍").reply().paragraphs())
                .isEqualTo(more.reply().paragraphs());
        assertThat(next(more.state(), "还有呢").reply().paragraphs()).startsWith("冬天取暖的煤，带什么");
    }

    @ParameterizedTest
    @ValueSource(strings = {"我在柳河镇", "柳河镇的", "我们这儿是柳河。", "柳河镇", "我户口在柳河镇呢", "那柳河镇呢"})
    void whoOnlySaysWhereTheyLiveHearsTheSameAsItIsThere(String place) {
        Move told = next(DialogueState.fresh(MORNING), TROUBLE);

        Move there = next(told.state(), place);

        assertThat(there.reply().kind()).isEqualTo(Reply.Kind.ANSWER);
        assertThat(there.reply().paragraphs())
                .containsAll(told.reply().paragraphs())
                .contains("您那里每户两百斤煤。");
        assertThat(next(DialogueState.fresh(MORNING), place).reply().kind())
                .as("before any trouble is told")
                .isEqualTo(Reply.Kind.GREETING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I live in Liuhe", "liu he town, please", "I'm from LIUHE.", "and in Liuhe?"})
    void whoOnlySaysWhereTheyLiveInEnglishHearsItInEnglish(String place) {
        Move told = next(DialogueState.fresh(MORNING), TROUBLE);

        assertThat(next(told.state(), place).reply().paragraphs())
                .contains("Where you live it is a hundred kilos of coal.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"你是机器人吗", "are you human?", "哎呀，你是真人吗"})
    void whoAsksWhetherThisIsAMachineIsTold(String asked) {
        Move told = next(DialogueState.fresh(MORNING), TROUBLE);

        assertThat(next(told.state(), asked).reply().paragraphs())
                .singleElement()
                .asString()
                .containsAnyOf("我是机器", "I am a machine");
    }

    @Test
    void hearsWhenThereIsNoMore() {
        DialogueState state = next(DialogueState.fresh(MORNING), TROUBLE).state();
        Reply reply;
        do {
            Move move = next(state, "还有呢");
            state = move.state();
            reply = move.reply();
        } while (reply.kind() == Reply.Kind.ANSWER);

        assertThat(reply.paragraphs()).singleElement().asString().contains("说完了", "找真人");
        assertThat(state.topic()).isEqualTo("winter-coal");
    }

    @Test
    void anotherQuestionThatIsNotAnsweredDoesNotEndWhatTheTalkIsAbout() {
        DialogueState told = next(DialogueState.fresh(MORNING), TROUBLE).state();

        Move unknown = next(told, "股市大盘");

        assertThat(unknown.reply().kind()).isNotEqualTo(Reply.Kind.ANSWER);
        assertThat(unknown.state().topic()).isEqualTo("winter-coal");
        assertThat(unknown.state().words()).as("what editors read").isEqualTo("股市大盘");
    }

    @Test
    void aTalkThatAnEarlierVersionStoredGoesOn() {
        String stored = """
                {"topic": "winter-coal", "offers": [], "need": "CASH", "place": null, "words": "%s", "intake": null,
                "kept": null, "call": null, "last": "2026-11-23T01:59:00Z"}""".formatted(TROUBLE);

        DialogueState state = JsonMapper.builder().build().readValue(stored, DialogueState.class);

        assertThat(state.trouble()).isEqualTo(TROUBLE);
        assertThat(next(state, "然后呢").reply().paragraphs()).startsWith("冬天取暖的煤，怎么申请");
    }

    @Test
    void whoWasGivenTheNumbersHearsThemAgainAndNothingOfCoal() {
        DialogueState told = next(DialogueState.fresh(MORNING), TROUBLE).state();
        Move crisis = next(told, "我不想活了");
        assertThat(crisis.reply().kind()).isEqualTo(Reply.Kind.CRISIS);

        Move again = next(crisis.state(), "没听清，再说一遍");

        assertThat(again.reply().first()).isEqualTo(crisis.reply().first());
        assertThat(next(crisis.state(), "然后呢").reply().paragraphs()).noneMatch(said -> said.contains("怎么申请"));
    }

    @Test
    void theCaseworkerReadsTheDangerHoweverMuchWasSaidBefore() {
        DialogueState told = next(DialogueState.fresh(MORNING), TROUBLE + "，" + "屋里没煤烧冷得很，".repeat(70))
                .state();

        HelpRequest request = Objects.requireNonNull(next(told, "老公拿刀追我").request());

        assertThat(request.words()).contains(TROUBLE, "老公拿刀追我");
    }

    @Test
    void whoDidNotHearTheQuestionForTheirPlaceIsAskedAgain() {
        Move asked = next(next(DialogueState.fresh(MORNING), TROUBLE).state(), "0");
        Move again = next(asked.state(), "没听清，请再说一遍");

        assertThat(again.reply().paragraphs()).isEqualTo(asked.reply().paragraphs());
        assertThat(Objects.requireNonNull(again.state().intake()).misses()).isZero();
    }

    @Test
    void editorsReadWhatWasNotAnsweredAndNotTheArticleBefore() {
        DialogueState told = next(DialogueState.fresh(MORNING), TROUBLE).state();

        assertThat(Objects.requireNonNull(next(told, "没用").miss()).topics()).containsExactly("winter-coal");
        assertThat(Objects.requireNonNull(next(next(told, "股市大盘").state(), "没用").miss())
                        .topics())
                .doesNotContain("winter-coal");
    }
}
