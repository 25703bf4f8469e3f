package org.plainline.console;

import org.jspecify.annotations.Nullable;

/** What somebody typed into a form. */
final class Typed {
    private Typed() {}

    /** Never null, and without the one character that PostgreSQL cannot keep. */
    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "").replace("\r\n", "\n");
    }
}
