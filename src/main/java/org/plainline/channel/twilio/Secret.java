package org.plainline.channel.twilio;

/** A value that opens something; it prints redacted, so that no log or error page can give it away. */
public record Secret(String value) {
    boolean isPresent() {
        return !value.isEmpty();
    }

    @Override
    public String toString() {
        return isPresent() ? "(redacted)" : "(none)";
    }
}
