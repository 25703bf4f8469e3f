package org.plainline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainline.resident.Wording;

class PersonWishTests {
    private final PersonWish wish = new PersonWish(Wording.of("answering"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "人工",
                "我要找真人",
                "麻烦你帮我转一下人工好不好，我不会弄这个",
                "我不想跟机器说，能不能找个活人来",
                "person",
                "can i talk to a human pls",
                "I want to talk to a real person",
                "can i speak with some body please",
                "sorry could you please put me through to one of your staff"
            })
    void isHeardHoweverItIsPut(String said) {
        assertThat(wish.in(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "人工耳蜗能报销吗",
                "换人工关节要多少钱",
                "my mum is a disabled person",
                "who do i talk to about dibao at the office",
                "a person came to our house and said that we must pay for the form first",
                "村里来了个人说能帮我们办低保，要先交五百块钱，是真的吗"
            })
    void isNotHeardInWhatOnlyMentionsSomebody(String said) {
        assertThat(wish.in(said)).isFalse();
    }
}
