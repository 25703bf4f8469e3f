package org.plainline.knowledge;

import java.util.Locale;

/**
 * The syllables of an English word, by groups of vowels: right for about nine words in ten, as in every such count. By
 * hand rather than by patterns, because ten thousand articles are read at a start.
 */
final class Syllables {
    private final String letters;

    private Syllables(String word) {
        this.letters = word.toLowerCase(Locale.ROOT);
    }

    /** At least 1; the parts of a word with hyphens are counted one by one. */
    static int in(String word) {
        return Math.max(1, new Syllables(word).count());
    }

    private int count() {
        int syllables = 0;
        int begin = 0;
        for (int i = 0; i <= letters.length(); i++) {
            if (i == letters.length() || !Character.isLetterOrDigit(letters.charAt(i))) {
                syllables += vowelGroups(begin, i - silent(begin, i));
                begin = i + 1;
            }
        }
        return syllables;
    }

    private int vowelGroups(int begin, int end) {
        int groups = 0;
        for (int i = begin; i < end; i++) {
            boolean first = i == begin || !isVowel(i - 1);
            groups += first && isVowel(i) ? 1 : 0;
        }
        return groups;
    }

    /** Length of an ending "e", "es" or "ed" that is not spoken. */
    private int silent(int begin, int end) {
        char last = end > begin ? letters.charAt(end - 1) : ' ';
        int length = last == 'e' ? 1 : last == 's' || last == 'd' ? 2 : 0;
        int at = end - length;
        boolean silent = length > 0 && at - begin >= 2 && letters.charAt(at) == 'e' && !isSpoken(at, last);
        return silent ? length : 0;
    }

    /** As in "table", "wanted", "boxes" and "dishes". */
    private boolean isSpoken(int at, char last) {
        char before = letters.charAt(at - 1);
        char second = letters.charAt(at - 2);
        return switch (before) {
            case 'l' -> !isVowel(at - 2) && second != 'l';
            case 't', 'd' -> last == 'd';
            case 's', 'x', 'z', 'c', 'g' -> last == 's';
            case 'h' -> last == 's' && (second == 'c' || second == 's');
            default -> false;
        };
    }

    private boolean isVowel(int at) {
        return "aeiouy".indexOf(letters.charAt(at)) >= 0;
    }
}
