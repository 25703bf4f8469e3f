package org.plainline.resident;

import java.util.Optional;

/** Which of the service's languages a text is in, by its script. */
public final class LanguageGuess {
    private LanguageGuess() {}

    /**
     * Chinese as soon as a fifth of the letters are Han: people mix in English words and initials, rarely the reverse.
     * Empty when there are no Han or Latin letters to go by.
     */
    public static Optional<Language> of(String text) {
        long han = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        long latin = text.codePoints()
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        if (han == 0 && latin < 2) {
            return Optional.empty();
        }
        return Optional.of(han * 4 >= latin && han > 0 ? Language.ZH : Language.EN);
    }
}
