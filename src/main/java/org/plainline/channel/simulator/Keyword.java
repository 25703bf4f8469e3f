package org.plainline.channel.simulator;

import java.util.Locale;
import java.util.Optional;

/** The one-word messages that Twilio answers itself, whatever the service says to them. */
enum Keyword {
    STOP,
    START,
    HELP;

    /** Only when it is the whole message, in any case. */
    static Optional<Keyword> in(String body) {
        return switch (body.strip().toUpperCase(Locale.ROOT)) {
            case "STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL" -> Optional.of(STOP);
            case "START", "YES", "UNSTOP" -> Optional.of(START);
            case "HELP", "INFO" -> Optional.of(HELP);
            default -> Optional.empty();
        };
    }
}
