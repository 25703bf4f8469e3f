package org.plainline.conversation;

import java.util.Locale;

/** How far a caseworker's line came on its way to the resident's phone. */
public enum Delivery {
    /** It has not left yet, or is being handed over. */
    WAITING,
    /** The carrier has it. */
    SENT,
    /** It is on the phone. */
    DELIVERED,
    /** Nobody can say whether the carrier took it; it is not sent again by itself. */
    UNKNOWN,
    /** It will not arrive. */
    FAILED,
    /** It will not arrive, because the resident refuses texts. */
    REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
