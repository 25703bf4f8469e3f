package org.plainline.channel.chat;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A number to call at once, found in approved words such as {@code 120 急救(全天)}, to be shown first and large.
 *
 * @param name what answers there and when; empty when the words do not say it in that form
 */
record Hotline(String number, String name) {
    /**
     * A number, then perhaps a name with its hours in brackets; the escapes are the full-width comma, stop and
     * brackets.
     */
    private static final Pattern IN_WORDS = Pattern.compile("(?<!\\d)(\\d{3,12})(?!\\d)"
            + "(?: +([^,.;(\\u3001\\u3002\\uFF0C\\uFF1B\\uFF08]{1,60}[(\\uFF08][^)\\uFF09]{1,60}[)\\uFF09]))?");

    static List<Hotline> in(String words) {
        return IN_WORDS.matcher(words)
                .results()
                .map(found -> new Hotline(found.group(1), found.group(2) == null ? "" : found.group(2)))
                .distinct()
                .toList();
    }
}
