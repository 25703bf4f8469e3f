package org.plainline.resident;

import org.jspecify.annotations.Nullable;

/** A file without which the service does not start, missing or not usable as it is written. */
public class FileRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String remedy;

    /**
     * @param message names the file and what is wrong with it
     * @param remedy what an operator can do, a sentence
     */
    public FileRefused(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
