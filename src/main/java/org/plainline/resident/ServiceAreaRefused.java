package org.plainline.resident;

import java.nio.file.Path;

/** The service area cannot be used as it is written; the message is {@code file:line: what}. */
public final class ServiceAreaRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    ServiceAreaRefused(Path file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }
}
