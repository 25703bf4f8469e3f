package org.plainline.knowledge;

import java.util.function.UnaryOperator;

/**
 * A piece of text and where it was written.
 *
 * @param line counted from 1 in its file
 */
record Written(String text, int line) {
    Written worded(UnaryOperator<String> wording) {
        return new Written(wording.apply(text), line);
    }

    /** Code points, so that a rare Han character counts once. */
    int length() {
        return text.codePointCount(0, text.length());
    }
}
