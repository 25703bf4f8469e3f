package org.plainline.channel;

/** Text without the characters that nobody types: they break XML, forge lines in logs and hide words from a reader. */
public final class CleanText {
    private static final int REPLACEMENT = 0xFFFD;

    private CleanText() {}

    /** Drops control characters other than newline and tab and what XML 1.0 forbids; mends halves of characters. */
    public static String of(String text) {
        if (text.codePoints().allMatch(character -> kept(character) && !isHalf(character))) {
            return text;
        }
        return text.codePoints()
                .filter(CleanText::kept)
                .map(character -> isHalf(character) ? REPLACEMENT : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean kept(int character) {
        return character == '\n'
                || character == '\t'
                || (!Character.isISOControl(character) && character != 0xFFFE && character != 0xFFFF);
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
