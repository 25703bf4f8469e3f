package org.plainline.resident;

import java.util.Locale;

/** Why somebody must not wait: the classes of crisis that are looked for before anything else. */
public enum Urgency {
    SELF_HARM,
    VIOLENCE,
    CHILD,
    EMERGENCY,
    /** Hunger or no shelter tonight: urgent for a caseworker, but not for the emergency services. */
    DESTITUTION;

    /** Whether somebody does harm to somebody: to be made safe comes before everything else. */
    public boolean needsSafety() {
        return this == VIOLENCE || this == CHILD;
    }

    /** {@code self-harm}, as in {@code POST /api/answers}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
