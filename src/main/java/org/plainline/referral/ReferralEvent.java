package org.plainline.referral;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of what was done with a referral, and by whom.
 *
 * @param account null when the service did it
 * @param detail a team or an outcome; never a resident's words
 */
public record ReferralEvent(What what, @Nullable UUID account, String detail, Instant at) {
    /** What was done. */
    public enum What {
        OPENED,
        /** The resident told more: place, time or need. */
        UPDATED,
        /** Went to another team because more is known. */
        ROUTED,
        VIEWED,
        CLAIMED,
        RELEASED,
        REPLIED,
        CLOSED,
        REOPENED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static What of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
