package org.plainline.knowledge;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;

/** Chinese text as terms. Latin words and figures stay whole in every view. */
final class Chinese {
    /** No stop words: the commonest weigh next to nothing anyhow, and 不 and 没 turn a question round. */
    private static final Analyzer WORDS = new SmartChineseAnalyzer(CharArraySet.EMPTY_SET);

    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&\\P{IsHan}]+");

    /** Tones are dropped: a recogniser and a keyboard confuse them most. */
    private static final Transliterator TO_SOUND = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");

    private static final String[] SOUNDS = new String[Character.MAX_VALUE + 1];

    private Chinese() {}

    static List<String> words(String folded) {
        return Tokens.of(WORDS, folded);
    }

    static List<String> characters(String folded) {
        List<String> characters = new ArrayList<>();
        for (String run : runs(folded)) {
            if (isHan(run)) {
                run.codePoints().mapToObj(Character::toString).forEach(characters::add);
            } else {
                characters.add(run);
            }
        }
        return characters;
    }

    static List<String> sounds(String folded) {
        List<String> pairs = new ArrayList<>();
        for (String run : runs(folded)) {
            if (!isHan(run)) {
                pairs.add(run);
            } else if (run.length() == 1) {
                pairs.add(sound(run.charAt(0)));
            }
            for (int i = 0; isHan(run) && i + 1 < run.length(); i++) {
                pairs.add(sound(run.charAt(i)) + " " + sound(run.charAt(i + 1)));
            }
        }
        return pairs;
    }

    private static List<String> runs(String text) {
        return RUN.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean isHan(String run) {
        return Character.UnicodeScript.of(run.codePointAt(0)) == Character.UnicodeScript.HAN;
    }

    /** Without its tone; of several sounds the commonest. */
    static String sound(char character) {
        String known = SOUNDS[character];
        if (known == null) {
            known = TO_SOUND.transliterate(String.valueOf(character));
            SOUNDS[character] = known;
        }
        return known;
    }
}
