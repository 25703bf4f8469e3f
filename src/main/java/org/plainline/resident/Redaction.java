package org.plainline.resident;

import java.util.regex.Pattern;

/** Takes out of a text what the service never asks for and must not keep: identity and bank card numbers. */
public final class Redaction {
    /**
     * 15 to 19 digits, as printed on cards, with or without single spaces or hyphens; the last may be the X of an ID.
     */
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<!\\d)(?:\\d[ -]?){14,18}[\\dXx](?!\\d)");

    /** Anything that could be a number of somebody's: of a phone or a card. */
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[ -]?\\d){6,}[Xx]?");

    private static final Pattern NAME = Pattern.compile("(?<=我叫|我姓|名字是|名字叫)\\p{IsHan}{1,4}"
            + "|(?<=(?i:my name is|i am called) )\\p{IsLatin}+(?: \\p{Lu}\\p{IsLatin}+)*");

    private Redaction() {}

    /**
     * For those who need to know what was said and not by whom: also without any longer number, and without a name
     * where somebody gives one as such.
     */
    public static String anonymous(String text) {
        return NAME.matcher(NUMBER.matcher(text).replaceAll("［…］")).replaceAll("［…］");
    }

    /** The text with every such number replaced by {@code ［…］} and its last two digits left for recognition. */
    public static String of(String text) {
        return LONG_NUMBER
                .matcher(text)
                .replaceAll(
                        found -> "［…" + found.group().substring(found.group().length() - 2) + "］");
    }
}
