package org.plainline.knowledge;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;

/** Makes different ways of typing the same thing equal: width, case, traditional characters, curly apostrophes. */
final class Folding {
    /** Longer than ten SMS parts; whoever writes more has said what it is about by then. */
    static final int MOST_CHARACTERS = 2_000;

    private static final Transliterator TO_SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    /**
     * Filled as characters turn up: asking ICU for all 21,000 at once would cost a quarter of a second at every start.
     */
    private static final char[] SIMPLIFIED = new char[Character.MAX_VALUE + 1];

    private Folding() {}

    static String fold(String text) {
        String plain = Normalizer.normalize(cut(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        // Compatibility forms may grow eighteenfold, hence the second cut.
        char[] folded = cut(plain).toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = folded[i] == '’' ? '\'' : simplified(folded[i]);
        }
        return new String(folded);
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    }

    private static char simplified(char character) {
        if (!Character.isIdeographic(character)) {
            return character;
        }
        // Threads may do the same look-up twice; they write the same value.
        if (SIMPLIFIED[character] == 0) {
            String simple = TO_SIMPLIFIED.transliterate(String.valueOf(character));
            SIMPLIFIED[character] = simple.length() == 1 ? simple.charAt(0) : character;
        }
        return SIMPLIFIED[character];
    }
}
