package org.plainline.channel.simulator;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a webhook as TwiML.
 *
 * @param twiml null when no carrier could run it; the exchange's notes then say why
 */
record Document(Exchange exchange, @Nullable Twiml twiml) {
    static Document of(Exchange exchange, Entrance entrance) {
        if (!exchange.notes().isEmpty()) {
            return new Document(exchange, null);
        }
        // To a text, nothing is an answer: none is sent back. A call needs to be told what to do.
        if (entrance == Entrance.TEXT && exchange.answer().isBlank()) {
            return new Document(exchange, new Twiml(List.of(), List.of()));
        }
        if (!exchange.type().toLowerCase(Locale.ROOT).matches("(text|application)/xml.*")) {
            return new Document(exchange.with(List.of("12300 Invalid Content-Type: expected text/xml")), null);
        }
        try {
            Twiml twiml = TwimlReader.read(exchange.answer());
            return new Document(exchange.with(twiml.warnings()), twiml);
        } catch (TwimlException unusable) {
            return new Document(exchange.with(List.of(unusable.getMessage())), null);
        }
    }

    /** Twilio's number for what was wrong; empty when nothing was. */
    String errorCode() {
        return twiml == null ? exchange.notes().getFirst().split(" ", 2)[0] : "";
    }
}
