package org.plainline.answering;

import java.util.List;
import java.util.Locale;
import org.plainline.resident.Language;
import org.plainline.resident.Wording;

/** Recognises "let me talk to somebody", said shortly; a long story that mentions a person is still a story. */
final class PersonWish {
    private final List<String> chinese;
    private final List<String> english;

    PersonWish(Wording wording) {
        chinese = wording.alternatives(Language.ZH, "person.words");
        english = wording.alternatives(Language.EN, "person.words");
    }

    boolean in(String text) {
        String said = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}' ]", "")
                .strip();
        return inChinese(said) || inEnglish(said);
    }

    private boolean inChinese(String said) {
        return said.length() <= 14 && chinese.stream().anyMatch(said::contains);
    }

    private boolean inEnglish(String said) {
        return said.split(" +").length <= 6
                && english.stream().anyMatch(words -> (" " + said + " ").contains(" " + words + " "));
    }
}
