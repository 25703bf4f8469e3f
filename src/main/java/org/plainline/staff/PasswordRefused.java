package org.plainline.staff;

import java.util.Locale;

/** A new password that is not accepted. */
public final class PasswordRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Why why;

    PasswordRefused(Why why) {
        super("Password refused: " + why.code());
        this.why = why;
    }

    /** What is wrong with it. */
    public enum Why {
        TOO_SHORT,
        TOO_LONG,
        LOGIN,
        OBVIOUS,
        /** The same as before, or a one-time password kept. */
        UNCHANGED,
        /** The present password was not given rightly. */
        NOT_YOURS;

        /** {@code too-short}, as in the console's wording. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Why why() {
        return why;
    }
}
