package org.plainline.channel.simulator;

/** An answer that no carrier could run, with Twilio's code for it in the message. */
final class TwimlException extends Exception {
    private static final long serialVersionUID = 1;

    TwimlException(String message) {
        super(message);
    }
}
