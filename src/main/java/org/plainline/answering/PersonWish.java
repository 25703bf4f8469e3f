package org.plainline.answering;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plainline.resident.Language;
import org.plainline.resident.Wording;

/** Recognises "let me talk to somebody", said shortly; a long story that mentions a person is still a story. */
final class PersonWish {
    private final List<Manner> manners;

    PersonWish(Wording wording) {
        manners = List.of(new Manner(wording, Language.ZH, "", 14, 30), new Manner(wording, Language.EN, "\\b", 6, 14));
    }

    boolean in(String text) {
        String said = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}' ]", "")
                .strip();
        return manners.stream().anyMatch(manner -> manner.in(said));
    }

    /**
     * How it is said in one language.
     *
     * @param few so many characters, or words where they are spaced, and no more are a wish when one of the words is
     *     among them
     * @param some so many are when one asks for somebody soon after a word of asking
     */
    private record Manner(boolean isSpaced, Pattern others, Pattern words, Pattern asked, int few, int some) {
        Manner(Wording wording, Language language, String edge, int few, int some) {
            this(
                    !edge.isEmpty(),
                    pattern(edge, oneOf(wording, language, "person.not")),
                    pattern(edge, oneOf(wording, language, "person.words")),
                    pattern(
                            edge,
                            oneOf(wording, language, "person.asking")
                                    + (edge.isEmpty() ? ".{0,3}?" : "(?: \\S+){0,4}? ")
                                    + oneOf(wording, language, "person.whom")),
                    few,
                    some);
        }

        private static Pattern pattern(String edge, String inside) {
            return Pattern.compile(edge + inside + edge);
        }

        private static String oneOf(Wording wording, Language language, String key) {
            return wording.alternatives(language, key).stream()
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?:", ")"));
        }

        boolean in(String text) {
            String said = others.matcher(text).replaceAll("");
            int length = isSpaced ? text.split(" +").length : text.length();
            return (length <= few && words.matcher(said).find())
                    || (length <= some && asked.matcher(said).find());
        }
    }
}
