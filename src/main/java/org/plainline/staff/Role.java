package org.plainline.staff;

import java.util.Locale;

/** What somebody may do in the console. */
public enum Role {
    CASEWORKER,
    EDITOR,
    SUPERVISOR,
    /** May do everything, so that a service with a single account is a whole service. */
    ADMINISTRATOR;

    /** As stored and as sent in forms: {@code caseworker}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for anything but the code of a role */
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Claims, answers and closes requests, and therefore sees numbers whole. */
    public boolean works() {
        return this == CASEWORKER || this == ADMINISTRATOR;
    }

    /** Looks after what is answered. */
    public boolean edits() {
        return this != CASEWORKER;
    }

    public boolean seesAllTeams() {
        return this == SUPERVISOR || this == ADMINISTRATOR;
    }
}
