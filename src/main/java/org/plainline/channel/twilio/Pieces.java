package org.plainline.channel.twilio;

import java.util.ArrayList;
import java.util.List;

/** Text in pieces that the carrier takes, cut where a reader would pause. */
final class Pieces {
    private static final String PAUSES = "\n。!?！？；;.，,、 ";

    private Pieces() {}

    /**
     * @param longest in UTF-16 units, which is how Twilio counts
     * @return nothing for a text of blanks only
     */
    static List<String> of(String text, int longest) {
        List<String> pieces = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > longest) {
            int cut = cut(rest, longest);
            pieces.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    /** After the best pause in the second half, else anywhere but inside a character. */
    private static int cut(String text, int longest) {
        for (int pause = 0; pause < PAUSES.length(); pause++) {
            int at = text.lastIndexOf(PAUSES.charAt(pause), longest - 1);
            if (at >= longest / 2) {
                return at + 1;
            }
        }
        return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }
}
