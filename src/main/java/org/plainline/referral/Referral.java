package org.plainline.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for help as work. What the resident said and where to call is in the help request.
 *
 * @param reference the six digits the resident was told
 * @param team id in the service area
 * @param complete false while the resident has not said where or when, and for good when the resident went away
 * @param owner account of who took it; null while it waits
 * @param dueAt when somebody should have been in touch
 * @param note the caseworker's own words on closing it
 */
public record Referral(
        UUID id,
        UUID helpRequest,
        UUID conversation,
        String reference,
        String team,
        ReferralState state,
        boolean urgent,
        boolean complete,
        @Nullable UUID owner,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant claimedAt,
        @Nullable Instant closedAt,
        @Nullable Outcome outcome,
        String note) {

    public boolean isOpen() {
        return state.isOpen();
    }

    public boolean isOwnedBy(UUID account) {
        return account.equals(owner);
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && now.isAfter(dueAt);
    }
}
