package org.plainline.knowledge;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each place sets for itself, as it stands in an article: <code>{{key|what to say where there is no value}}</code>
 * , or <code>{{key}}</code> in a sentence that is left out where there is no value.
 */
final class Placeholder {
    private static final String OPENS = "{{";
    private static final Pattern PATTERN = Pattern.compile("\\{\\{\\s*([a-z][a-z0-9-]*)\\s*(?:\\|([^{}|]+))?\\}\\}");

    private Placeholder() {}

    static boolean maybeIn(String text) {
        return text.contains(OPENS);
    }

    /** With the words that stand where there is no value; what has no such words stays. */
    static String unfilled(String text) {
        return filled(text, _ -> Optional.empty());
    }

    static String filled(String text, Function<String, Optional<String>> values) {
        return maybeIn(text)
                ? PATTERN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, values)))
                : text;
    }

    /** What is left of a text when all whole placeholders are taken out. */
    static String without(String text) {
        return PATTERN.matcher(text).replaceAll("");
    }

    static Set<String> keys(String text) {
        Set<String> keys = new TreeSet<>();
        PATTERN.matcher(text).results().forEach(found -> keys.add(found.group(1)));
        return keys;
    }

    private static String value(MatchResult found, Function<String, Optional<String>> values) {
        String fallback = found.group(2);
        return values.apply(found.group(1)).orElseGet(() -> fallback == null ? found.group() : fallback.strip());
    }
}
