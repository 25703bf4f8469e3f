package org.plainline.console;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a form could not be carried out. */
enum Problem {
    /** A colleague was faster. */
    TAKEN(HttpStatus.CONFLICT),
    /** The referral is not, or no longer, in this person's hands. */
    LOST(HttpStatus.CONFLICT),
    OPTED_OUT(HttpStatus.CONFLICT),
    NO_TEXT(HttpStatus.UNPROCESSABLE_CONTENT),
    LONG_TEXT(HttpStatus.UNPROCESSABLE_CONTENT),
    NO_OUTCOME(HttpStatus.UNPROCESSABLE_CONTENT),
    LONG_NOTE(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    Problem(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** As in the wording: {@code problem.no-text}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
