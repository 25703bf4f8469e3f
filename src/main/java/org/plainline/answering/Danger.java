package org.plainline.answering;

import java.util.Locale;
import org.plainline.resident.Urgency;

/**
 * What somebody in danger needs first, the most urgent first: an {@link Urgency} is a matter for a caseworker, but who
 * has taken poison needs another number than who thinks of it, and so does who sees a fire.
 */
enum Danger {
    SELF_HARM_BEGUN(Urgency.SELF_HARM),
    SELF_HARM(Urgency.SELF_HARM),
    VIOLENCE(Urgency.VIOLENCE),
    CHILD(Urgency.CHILD),
    FIRE(Urgency.EMERGENCY),
    EMERGENCY(Urgency.EMERGENCY),
    DESTITUTION(Urgency.DESTITUTION);

    private final Urgency urgency;

    Danger(Urgency urgency) {
        this.urgency = urgency;
    }

    /** @throws IllegalArgumentException when there is none of that code */
    static Danger of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Urgency urgency() {
        return urgency;
    }

    /** {@code self-harm-begun}, as in {@code crisis.yaml} and in the lists of words. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
