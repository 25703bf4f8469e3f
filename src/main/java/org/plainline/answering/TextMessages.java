package org.plainline.answering;

import java.util.ArrayList;
import java.util.List;
import org.plainline.resident.SmsLength;

/** Puts a list into few text messages, of which none goes out in more than two parts. */
final class TextMessages {
    static final int MOST_PARTS = 2;
    /** Nobody reads a fourth. */
    private static final int MOST_TEXTS = 3;

    interface Words {
        /** @param isLast whether nothing comes after them */
        String around(List<String> pieces, boolean isLast);
    }

    private TextMessages() {}

    /** None when it does not fit: half a list would send somebody home for a paper. */
    static List<String> of(List<String> pieces, Words words) {
        List<String> texts = new ArrayList<>();
        int next = 0;
        while (next < pieces.size()) {
            int end = pieces.size();
            while (end > next && !SmsLength.fits(text(pieces, next, end, words), MOST_PARTS)) {
                end--;
            }
            if (end == next || texts.size() == MOST_TEXTS) {
                return List.of();
            }
            texts.add(text(pieces, next, end, words));
            next = end;
        }
        return texts;
    }

    private static String text(List<String> pieces, int begin, int end, Words words) {
        return words.around(pieces.subList(begin, end), end == pieces.size());
    }
}
