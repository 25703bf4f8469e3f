package org.plainline.knowledge;

/** Whether somebody has looked at an article lately enough for it to be given. */
public enum Review {
    CURRENT,
    /** Past its date: given with a warning. */
    OVERDUE,
    /** Twice the period has gone by: not given any more. */
    LAPSED
}
