package org.plainline.resident;

import java.util.regex.Pattern;

/** Takes out of a text what the service never asks for and must not keep: identity and bank card numbers. */
public final class Redaction {
    /**
     * 15 to 19 digits, as printed on cards, with or without single spaces or hyphens; the last may be the X of an ID.
     */
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<!\\d)(?:\\d[ -]?){14,18}[\\dXx](?!\\d)");

    private Redaction() {}

    /** The text with every such number replaced by {@code ［…］} and its last two digits left for recognition. */
    public static String of(String text) {
        return LONG_NUMBER
                .matcher(text)
                .replaceAll(
                        found -> "［…" + found.group().substring(found.group().length() - 2) + "］");
    }
}
