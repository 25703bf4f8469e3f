package org.plainline.resident;

/** How many segments a text takes: GSM-7 160 or 153 a part, otherwise UCS-2 70 or 67 (GSM 03.38, Twilio's glossary). */
public final class SmsLength {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€\f";

    private SmsLength() {}

    /** Segments the text is sent in; at least 1. */
    public static int segments(String text) {
        boolean gsm = text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
        int units = gsm
                ? text.length()
                        + (int) text.chars()
                                .filter(c -> EXTENDED.indexOf(c) >= 0)
                                .count()
                : text.length();
        int single = gsm ? 160 : 70;
        int part = gsm ? 153 : 67;
        return units <= single ? 1 : (units + part - 1) / part;
    }

    public static boolean fits(String text, int segments) {
        return segments(text) <= segments;
    }
}
