package org.plainline.answering;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.plainline.knowledge.Match;
import org.plainline.resident.Language;

/** Whether a text calls an article by one of the names that people have for it. */
final class Naming {
    private static final int NEIGHBOURS = 4;
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Naming() {}

    /** 1 when the text calls the first article by one of its names, and none of the next by any of theirs; else 0. */
    static double ofFirstOnly(String text, List<Match> matches) {
        String said = text.toLowerCase(Locale.ROOT);
        return isNamed(said, matches.getFirst())
                        && matches.stream().limit(NEIGHBOURS).skip(1).noneMatch(match -> isNamed(said, match))
                ? 1
                : 0;
    }

    private static boolean isNamed(String said, Match match) {
        return match.article().words().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(word -> match.article().language() == Language.EN
                        ? wholeWords(said).contains(wholeWords(word))
                        : said.contains(word));
    }

    private static String wholeWords(String text) {
        return " " + NOT_A_LETTER.matcher(text).replaceAll(" ").strip() + " ";
    }
}
