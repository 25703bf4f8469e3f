package org.plainline.channel.twilio;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a text message has come, in the only direction it can go: reports arrive in any order, and the furthest one
 * holds. A report of delivery is the last word, because only the phone can cause it.
 */
enum MessageState {
    QUEUED,
    SENDING,
    /** The carrier may have it or not. It is not sent again, but a report can still settle it. */
    UNKNOWN,
    /** The carrier has it. */
    SENT,
    FAILED,
    UNDELIVERED,
    DELIVERED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> earlier() {
        return Arrays.stream(values())
                .filter(state -> state.compareTo(this) < 0)
                .map(MessageState::code)
                .toList();
    }

    /** @param status {@code MessageStatus} of a callback; empty for one that says nothing about an outbound text */
    static Optional<MessageState> reported(String status) {
        return switch (status) {
            case "accepted", "scheduled", "queued", "sending", "sent" -> Optional.of(SENT);
            case "delivered", "read" -> Optional.of(DELIVERED);
            case "undelivered" -> Optional.of(UNDELIVERED);
            case "failed", "canceled" -> Optional.of(FAILED);
            default -> Optional.empty();
        };
    }
}
