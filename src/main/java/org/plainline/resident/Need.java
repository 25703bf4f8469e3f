package org.plainline.resident;

import java.util.Locale;

/** What a resident needs help with, in the broad kinds by which requests are routed to teams. */
public enum Need {
    CASH,
    HEALTH,
    DISABILITY,
    OLDER_PEOPLE,
    CHILDREN,
    EDUCATION,
    HOUSING,
    WORK,
    LAW,
    SAFETY,
    /** Everything else: a question about the service, or somebody who just wants a person. */
    SERVICE;

    /** As written in articles and in the service area: {@code older-people}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException naming the kinds there are */
    public static Need of(String code) {
        for (Need need : values()) {
            if (need.code().equals(code)) {
                return need;
            }
        }
        throw new IllegalArgumentException("Unknown need '" + code + "'; one of cash, health, disability, older-people,"
                + " children, education, housing, work, law, safety, service");
    }
}
