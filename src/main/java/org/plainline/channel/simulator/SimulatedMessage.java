package org.plainline.channel.simulator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * A text message in the thread of a handset.
 *
 * @param number of the handset, E.164
 */
record SimulatedMessage(long id, @JsonIgnore String number, Direction direction, String body, String sid, Instant at) {
    /** Which way it went. */
    enum Direction {
        TO_SERVICE,
        TO_HANDSET;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Direction of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
