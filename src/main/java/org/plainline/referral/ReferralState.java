package org.plainline.referral;

import java.util.Locale;

/** Where a referral stands, in the words of HL7 FHIR's task status. */
public enum ReferralState {
    /** Waiting for somebody to take it. */
    REQUESTED,
    /** A caseworker has taken it. */
    ACCEPTED,
    COMPLETED,
    /** Closed because nothing was needed any more. */
    CANCELLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOpen() {
        return this == REQUESTED || this == ACCEPTED;
    }

    static ReferralState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
