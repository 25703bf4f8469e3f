package org.plainline.knowledge;

import java.util.List;
import org.plainline.resident.Language;

/** A way of looking at a text as terms. Several together find more than the best alone. */
enum View {
    /** Dictionary words. */
    WORDS(1.0f),
    /** Single characters: all that very short questions have. */
    CHARACTERS(0.5f),
    /** Neighbouring characters by their sound, so that a misheard or mistyped homophone still matches. */
    SOUNDS(1.0f),
    /** Words without their endings. */
    STEMS(1.0f),
    /** Four letters at a time, so that a misspelt word still matches in part. */
    LETTERS(0.3f);

    private final float weight;

    View(float weight) {
        this.weight = weight;
    }

    static List<View> of(Language language) {
        return language == Language.ZH ? List.of(WORDS, CHARACTERS, SOUNDS) : List.of(STEMS, LETTERS);
    }

    float weight() {
        return weight;
    }

    /** @param folded a text that went through {@link Folding} */
    List<String> terms(String folded) {
        return switch (this) {
            case WORDS -> Chinese.words(folded);
            case CHARACTERS -> Chinese.characters(folded);
            case SOUNDS -> Chinese.sounds(folded);
            case STEMS -> English.stems(folded);
            case LETTERS -> English.letters(folded);
        };
    }
}
