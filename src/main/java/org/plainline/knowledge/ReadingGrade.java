package org.plainline.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.plainline.resident.Language;

/** The Flesch-Kincaid grade of English text: the school year that can read it (Kincaid et al., 1975). */
final class ReadingGrade {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'’-]*|\\d[\\d,.]*");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT_END = Pattern.compile("(?<![^aeiouyl]l)(?:es|ed|e)$");

    /** Endings whose "e" is spoken after all: "boxes", "wanted". */
    private static final Pattern SPOKEN_END = Pattern.compile("(?:[sxz]|[cs]h|[cg])es$|[td]ed$");

    private ReadingGrade() {}

    /** At least 0; 0 for text without words. Chinese characters in it count for nothing. */
    static double of(List<Written> texts) {
        int sentences = 0;
        int words = 0;
        int syllables = 0;
        for (Written sentence : Sentences.in(texts, Language.EN)) {
            List<String> its = WORD.matcher(sentence.text())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            sentences += its.isEmpty() ? 0 : 1;
            words += its.size();
            syllables += its.stream().mapToInt(ReadingGrade::syllables).sum();
        }
        return words == 0 ? 0 : Math.max(0, 0.39 * words / sentences + 11.8 * syllables / words - 15.59);
    }

    /**
     * By groups of vowels, a silent "e" at the end aside; right for about nine words in ten, as in every such count.
     */
    static int syllables(String word) {
        int syllables = 0;
        for (String part : List.of(word.toLowerCase(Locale.ROOT).split("[-'’]"))) {
            String sounded = SPOKEN_END.matcher(part).find()
                    ? part
                    : SILENT_END.matcher(part).replaceFirst("");
            syllables += (int) VOWELS.matcher(sounded).results().count();
        }
        return Math.max(1, syllables);
    }
}
