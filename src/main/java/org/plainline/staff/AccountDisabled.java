package org.plainline.staff;

import java.util.UUID;

/** Somebody may no longer sign in; what they had taken on has to go to others. */
public record AccountDisabled(UUID account) {}
