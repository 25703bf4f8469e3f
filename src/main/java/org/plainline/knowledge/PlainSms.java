package org.plainline.knowledge;

import java.util.Optional;

/**
 * The letters of the GSM-7 alphabet that cost one place each (3GPP TS 23.038, 6.2.1): one other character in a text
 * message more than halves what fits into a part. Line breaks are left out because an answer is one paragraph.
 */
final class PlainSms {
    private static final String LETTERS = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private PlainSms() {}

    static Optional<String> firstForeign(String text) {
        return text.codePoints()
                .filter(letter -> LETTERS.indexOf(letter) < 0)
                .mapToObj(Character::toString)
                .findFirst();
    }
}
