package org.plainline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainline.AnswersOn;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;

/** A resident hears what holds in the place they name, and otherwise whom to ask. */
class LocalValuesTests {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 23);
    private static final Path SAMPLE = Path.of("src/test/resources/knowledge-base-sample");

    @TempDir
    private Path folder;

    @BeforeEach
    void makeRoomForLocalValues() throws IOException {
        try (var files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SAMPLE.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.copy(Path.of("knowledge-base/crisis.yaml"), folder.resolve("crisis.yaml"));
        change("winter-coal/zh.md", "冬天没煤烧，可能可以领一点取暖的煤。请", "可能可以领取暖的煤，{{coal-weight|多少各地不同}}。请");
        change("winter-coal/zh.md", "各地自己定。", "{{coal-weight|各地自己定}}。");
        change("winter-coal/en.md", "Each place sets the sum.", "It is {{coal-weight|set by each place}}.");
    }

    @Test
    void saysTheValueOfThePlaceThatWasNamed() throws IOException {
        local("""
                everywhere:
                  coal-weight: {zh: 全县一样, en: the same in the whole county}
                liuhe:
                  coal-weight: {zh: 看柳河镇的通知, en: as in the notice of Liuhe}
                """);

        assertThat(asked("柳河镇冬天没煤烧，煤票怎么领")).containsExactly("这是一篇示例。可能可以领取暖的煤，看柳河镇的通知。请去村委会问，带身份证。");
        assertThat(asked("冬天没煤烧，煤票怎么领")).containsExactly("这是一篇示例。可能可以领取暖的煤，全县一样。请去村委会问，带身份证。");
        try (var open = new AnswersOn(NOVEMBER, folder)) {
            assertThat(open.answers()
                            .topic("winter-coal", null, Language.EN, Channel.CHAT, "liuhe")
                            .flatMap(Answer::grounded))
                    .hasValueSatisfying(answer ->
                            assertThat(answer.parts().toString()).contains("It is as in the notice of Liuhe."));
        }
    }

    @Test
    void saysWhomToAskWhereThereIsNoValue() throws IOException {
        assertThat(asked("柳河镇冬天没煤烧，煤票怎么领")).containsExactly("这是一篇示例。可能可以领取暖的煤，多少各地不同。请去村委会问，带身份证。");
        local("qingshan:\n  coal-weight: {zh: 看青山乡的通知, en: as in the notice of Qingshan}\n");
        assertThat(asked("柳河镇冬天没煤烧，煤票怎么领")).containsExactly("这是一篇示例。可能可以领取暖的煤，多少各地不同。请去村委会问，带身份证。");
    }

    @Test
    void saysTheLocalSentenceInATextMessageAndAsTheSecondThingOnThePhone() throws IOException {
        withALocalSentence();
        local("liuhe:\n  coal-weight: {zh: 每户1000斤, en: 500 kilos for a home}\n");

        assertThat(asked("柳河镇冬天没煤烧，煤票怎么领", Channel.SMS, null))
                .singleElement()
                .asString()
                .contains("带身份证。您那里：每户1000斤。（据");
        assertThat(asked("柳河镇冬天没煤烧，煤票怎么领", Channel.VOICE, null))
                .hasSize(5)
                .element(1)
                .isEqualTo("您那里：每户1000斤。");
        assertThat(asked("柳河镇冬天没煤烧，煤票怎么领", Channel.CHAT, null)).endsWith("您那里：每户1000斤。");
        assertThat(asked("青山乡冬天没煤烧，煤票怎么领", Channel.SMS, null)).noneMatch(text -> text.contains("您那里"));
        assertThat(asked("青山乡冬天没煤烧，煤票怎么领", Channel.VOICE, null)).hasSize(4);
    }

    @Test
    void goesByThePlaceOfTheTalkUnlessTheQuestionNamesAnother() throws IOException {
        withALocalSentence();
        local("""
                liuhe:
                  coal-weight: {zh: 看柳河镇的通知, en: as in the notice of Liuhe}
                qingshan:
                  coal-weight: {zh: 看青山乡的通知, en: as in the notice of Qingshan}
                """);

        assertThat(asked("冬天没煤烧，煤票怎么领", Channel.CHAT, "liuhe")).contains("您那里：看柳河镇的通知。");
        assertThat(asked("青山乡冬天没煤烧，煤票怎么领", Channel.CHAT, "liuhe")).contains("您那里：看青山乡的通知。");
        assertThat(asked("冬天没煤烧，煤票怎么领", Channel.CHAT, null)).noneMatch(text -> text.contains("您那里"));
    }

    @Test
    void leavesALocalSentenceThatDoesNotFitOutOfTheTextMessageOnly() throws IOException {
        withALocalSentence();
        String value = "每户一千斤，".repeat(6) + "看通知";
        local("liuhe:\n  coal-weight: {zh: " + value + ", en: by the notice}\n");

        assertThat(asked("柳河镇冬天没煤烧，煤票怎么领", Channel.SMS, null))
                .singleElement()
                .asString()
                .doesNotContain("您那里")
                .contains("带身份证。（据示例取暖办法");
        assertThat(asked("柳河镇冬天没煤烧，煤票怎么领", Channel.VOICE, null)).contains("您那里：" + value + "。");
    }

    @Test
    void readsATelephoneNumberOutDigitByDigit() throws IOException {
        withALocalSentence();
        local("everywhere:\n  coal-weight: \"05511234567\"\n");

        assertThat(asked("冬天没煤烧，煤票怎么领", Channel.VOICE, null)).contains("您那里：0 5 5 1 1 2 3 4 5 6 7。");
        assertThat(asked("冬天没煤烧，煤票怎么领", Channel.SMS, null)).allMatch(text -> text.contains("05511234567"));
    }

    private void withALocalSentence() throws IOException {
        change("winter-coal/zh.md", "\nsources:", "\nlocal: 您那里：{{coal-weight}}。\nsources:");
    }

    private List<String> asked(String text) {
        return asked(text, Channel.CHAT, null);
    }

    private List<String> asked(String text, Channel channel, @Nullable String place) {
        try (var open = new AnswersOn(NOVEMBER, folder)) {
            Answer answer = open.answers().answer(new Question(text, Language.ZH, channel, null, place));
            return answer.grounded().map(Answer.Grounded::paragraphs).orElse(List.of(answer.toString()));
        }
    }

    private void local(String yaml) throws IOException {
        Files.writeString(folder.resolve("local.yaml"), yaml);
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }
}
