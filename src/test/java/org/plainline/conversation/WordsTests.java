package org.plainline.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTests {
    private final Words words = new Words();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "你好",
                "喂，你好！我想问一下补助。",
                "我想咨询一下",
                "Hello?",
                "hello, can I ask something",
                "Hi... I've got a question"
            })
    void whoOnlyBeginsToSpeakIsAskedToGoOn(String said) {
        assertThat(words.matches("hello", said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好，低保怎么申请", "我想问一下高龄补贴", "hello, how do I get dibao", "...", "help, my father hits me"})
    void whoSaysWhatItIsAboutIsNotTakenForAGreeting(String said) {
        assertThat(words.matches("hello", said)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "谢谢",
                "好的，谢谢，麻烦你了",
                "谢谢你哈",
                "唔该晒",
                "嗯嗯晓得了",
                "没了，再见",
                "thank you very much",
                "OK thanks, bye",
                "thank you dear, you've been kind"
            })
    void whoThanksAsksNothing(String said) {
        assertThat(words.matches("thanks", said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"好多钱", "行不行", "可以吗", "谢谢，那要带什么", "thanks, and what do I bring", "no", "明白了要带什么", "能不能行"})
    void whoAsksOnIsNotThanked(String said) {
        assertThat(words.matches("thanks", said)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "再说一遍",
                "啊？你讲慢点，没听清",
                "请再说一遍",
                "Say that again please, I am a bit deaf.",
                "pardon?",
                "could you repeat that",
                "I didn’t catch that",
                "听不清，你大声点",
                "what?"
            })
    void whoDidNotHearHearsItAgain(String said) {
        assertThat(words.matches("again", said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"还有呢", "好的，然后呢", "ok and then?", "anything else?"})
    void whoWantsMoreIsToldOn(String said) {
        assertThat(words.matches("more", said)).isTrue();
        assertThat(words.matches("again", said)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"再说我家也没钱", "还有别的补助吗", "what else can my mother get", "then what about heating"})
    void whoAsksSomethingElseDoesNeither(String said) {
        assertThat(words.matches("again", said)).isFalse();
        assertThat(words.matches("more", said)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"嗯", "谢谢你", "麻烦你了", "bye "})
    void whoSaysItOverAndOverKeepsNobodyWaiting(String said) {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (String key : List.of("hello", "thanks", "again", "more", "never-mind", "did-not-help")) {
                assertThat(words.matches(key, said.repeat(120 / said.length() - 1) + "我妈"))
                        .isFalse();
            }
        });
    }
}
