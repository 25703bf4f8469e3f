package org.plainline.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One headed part of an article's full text.
 *
 * @param kind which of the fixed parts it is
 * @param markdown the text below the heading
 */
public record Section(Kind kind, String heading, String markdown) {
    /** The number of a step ends no sentence. */
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？])|(?<=[.!?])(?<!^\\d{1,2}\\.)\\s+");

    private static final Pattern ENDED = Pattern.compile(".*[。！？；：.!?;:]$");

    /** The parts every article has, in this order. */
    public enum Kind {
        WHAT,
        WHO,
        HOW,
        BRING,
        HOW_LONG,
        HOW_MUCH,
        REFUSED,
        NO_SMARTPHONE;

        /** As in files: {@code how-long}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException when there is none of that code */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** The sentence with a mark at its end, which what stands in a list may lack. */
    public static String ended(String sentence, String mark) {
        return ENDED.matcher(sentence).matches() ? sentence : sentence + mark;
    }

    /** Line by line; the first of a list's line has its mark. */
    public List<String> sentences() {
        return markdown.lines()
                .flatMap(SENTENCE_END::splitAsStream)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }
}
