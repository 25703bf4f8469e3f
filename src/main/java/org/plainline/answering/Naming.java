package org.plainline.answering;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plainline.knowledge.Match;
import org.plainline.resident.Language;

/** How much of a text is the name that people have for an article. */
final class Naming {
    private static final int NEIGHBOURS = 4;
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Naming() {}

    /**
     * 0 to 1, the part of the text that is a name of the first article; 0 when it also holds a name of one of the next,
     * because articles about neighbouring benefits say each other's names.
     */
    static double ofFirstOnly(String text, List<Match> matches) {
        String said = text.toLowerCase(Locale.ROOT);
        boolean isShared = matches.stream()
                .limit(NEIGHBOURS)
                .skip(1)
                .anyMatch(match -> names(said, match).findAny().isPresent());
        return isShared
                ? 0
                : (double) names(said, matches.getFirst())
                                .mapToInt(String::length)
                                .max()
                                .orElse(0)
                        / said.length();
    }

    private static Stream<String> names(String said, Match match) {
        return match.article().words().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> match.article().language() == Language.EN
                        ? wholeWords(said).contains(wholeWords(word))
                        : said.contains(word));
    }

    private static String wholeWords(String text) {
        return " " + NOT_A_LETTER.matcher(text).replaceAll(" ").strip() + " ";
    }
}
