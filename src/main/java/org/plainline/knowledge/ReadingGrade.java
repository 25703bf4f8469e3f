package org.plainline.knowledge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainline.resident.Language;

/** The Flesch-Kincaid grade of English text: the school year that can read it (Kincaid et al., 1975). */
final class ReadingGrade {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'’-]*|\\d[\\d,.]*");

    private ReadingGrade() {}

    /** At least 0; 0 for text without words. Chinese characters in it count for nothing. */
    static double of(List<Written> texts) {
        int sentences = 0;
        int words = 0;
        int syllables = 0;
        for (Written sentence : Sentences.in(texts, Language.EN)) {
            Matcher word = WORD.matcher(sentence.text());
            boolean any = false;
            while (word.find()) {
                any = true;
                words++;
                syllables += Syllables.in(word.group());
            }
            sentences += any ? 1 : 0;
        }
        return words == 0 ? 0 : Math.max(0, 0.39 * words / sentences + 11.8 * syllables / words - 15.59);
    }
}
