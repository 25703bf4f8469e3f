package org.plainline.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.plainline.resident.Language;

/** Text cut into sentences, and how long one is. A new line ends a sentence, because a list needs no full stops. */
final class Sentences {
    private static final Pattern CHINESE_END = Pattern.compile("[。！？；!?;\n]+");

    /** A point within a figure or an address ends nothing. */
    private static final Pattern ENGLISH_END = Pattern.compile("(?=[.!?\n])(?:[.!?]+[\"')]*(?:\\s+|$)|\n+)");

    private Sentences() {}

    static List<Written> in(List<Written> texts, Language language) {
        Pattern end = language == Language.ZH ? CHINESE_END : ENGLISH_END;
        List<Written> sentences = new ArrayList<>();
        for (Written text : texts) {
            for (String sentence : List.of(end.split(text.text()))) {
                if (length(sentence, language) > 0) {
                    sentences.add(new Written(sentence.strip(), text.line()));
                }
            }
        }
        return sentences;
    }

    /** Chinese characters and digits, or English words. */
    static long length(String sentence, Language language) {
        return language == Language.ZH
                ? sentence.codePoints().filter(Character::isLetterOrDigit).count()
                : words(sentence);
    }

    private static int words(String sentence) {
        int words = 0;
        boolean counted = false;
        for (int i = 0; i < sentence.length(); i++) {
            char character = sentence.charAt(i);
            if (Character.isWhitespace(character)) {
                counted = false;
            } else if (!counted && Character.isLetterOrDigit(character)) {
                counted = true;
                words++;
            }
        }
        return words;
    }
}
