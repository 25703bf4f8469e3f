package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are those that BERT's own tokenizers give. */
class WordPiecesTests {
    private final WordPieces english = read("bge-small-en-v1.5-q");
    private final WordPieces chinese = read("bge-small-zh-v1.5-q");

    private static WordPieces read(String model) {
        return WordPieces.read(
                Objects.requireNonNull(WordPiecesTests.class.getResourceAsStream("/" + model + "-tokenizer.json")));
    }

    @Test
    void takesPunctuationMarksApart() {
        assertThat(english.of("Hello, world!", 100)).containsExactly(101, 7592, 1010, 2088, 999, 102);
    }

    @Test
    void leavesAccentsAndCaseAside() {
        assertThat(english.of("CAFÉ", 100)).isEqualTo(english.of("cafe", 100));
    }

    @Test
    void readsChineseCharacterByCharacter() {
        assertThat(chinese.of("你好", 100)).containsExactly(101, 872, 1962, 102);
    }

    @Test
    void cutsALongTextAtItsEnd() {
        assertThat(english.of("coal ".repeat(1_000), 16)).hasSize(16).endsWith(102);
    }

    /** What people tell lies far above the bound below which a text is taken for noise, all else far below. */
    @ParameterizedTest
    @CsvSource({
        "'My husband died in May. I have two children, no job and a bad back, and the landlord wants the rent.', 1, true",
        "'Where do I get help? Where do I get help? Where do I get help?', 1, true",
        "'a ', 100, false",
        "'(a+)+$ ', 100, false",
        "'🥶', 100, false",
        "'Zm9vYmFyYmF6cXV4', 20, false"
    })
    void knowsWordsFromNoise(String text, int times, boolean words) {
        double telling = english.telling(english.of(text.repeat(times), 256));

        assertThat(telling > Encoder.LEAST_TELLING).as("%.2f", telling).isEqualTo(words);
    }

    @Test
    void makesSomethingOfNothing() {
        assertThat(english.of("", 16)).containsExactly(101, 102);
        assertThat(english.of("\ud800 \u0007 \ufffd", 16)).startsWith(101).endsWith(102);
    }
}
