package org.plainline.resident;

import java.nio.file.Path;

/** The service area cannot be used as it is written; the message is {@code file:line: what}. */
public final class ServiceAreaRefused extends FileRefused {
    private static final long serialVersionUID = 1;

    private final int line;
    private final String what;

    ServiceAreaRefused(Path file, int line, String what) {
        super(
                file + ":" + line + ": " + what,
                "Mend that line, or name another file with PLAINLINE_SERVICE_AREA.",
                null);
        this.line = line;
        this.what = what;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    public String what() {
        return what;
    }
}
