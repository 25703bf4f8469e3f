package org.plainline.channel.twilio;

import java.time.Duration;
import java.util.Locale;

/** What became of an attempt to send, as far as we can know. */
sealed interface Outcome {
    record Accepted(String sid) implements Outcome {}

    /** The carrier does not want it and never will. */
    record Refused(String error) implements Outcome {}

    /**
     * Nothing was taken, and it may be tried again.
     *
     * @param after not before this time has gone by
     */
    record Later(String error, Duration after) implements Outcome {}

    /** It may have been taken: sending it again could reach the resident twice. */
    record Unclear(String error) implements Outcome {}

    default String code() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** True when the next message would fare no better. */
    default boolean isTrouble() {
        return this instanceof Later || this instanceof Unclear;
    }
}
