package org.plainline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

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
}
