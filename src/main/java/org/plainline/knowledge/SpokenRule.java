package org.plainline.knowledge;

import java.util.List;
import org.plainline.resident.Language;

/** Each spoken piece takes at most about 15 seconds, so that a listener can stop it or ask for it again. */
final class SpokenRule implements ArticleRule {
    /** At 200 characters and 145 words a minute; a digit is spoken like a character. */
    private static final int CHINESE_CHARACTERS = 50;

    private static final int ENGLISH_WORDS = 36;

    @Override
    public void check(Manuscript manuscript, Findings findings) {
        List<Written> spoken = manuscript.front().texts("spoken");
        if (!spoken.isEmpty() && (spoken.size() < 3 || spoken.size() > 5)) {
            findings.add(
                    manuscript.front().lineOf("spoken"),
                    "spoken-count",
                    "has " + spoken.size() + " pieces, not 3 to 5");
        }
        manuscript.spoken().forEach(piece -> check(piece, manuscript.language(), findings));
    }

    private static void check(Written piece, Language language, Findings findings) {
        if (!fits(piece.text(), language)) {
            String unit = language == Language.ZH ? " characters" : " words";
            findings.add(
                    piece.line(),
                    "spoken-length",
                    "has " + Sentences.length(piece.text(), language) + unit + ", at most " + most(language));
        }
    }

    static boolean fits(String piece, Language language) {
        return Sentences.length(piece, language) <= most(language);
    }

    private static int most(Language language) {
        return language == Language.ZH ? CHINESE_CHARACTERS : ENGLISH_WORDS;
    }
}
