package org.plainline.console;

import java.util.List;
import java.util.UUID;
import org.plainline.conversation.HelpRequest;
import org.plainline.referral.Referral;

/**
 * One referral as a page shows it, in the reader's words.
 *
 * @param number whole for those who may work on it, masked for others, empty when there is none
 * @param dial the number for a {@code tel:} link; empty unless it is shown whole
 * @param ending last two digits of the number that a text goes to; empty when none can
 * @param reach how a reply reaches the resident: {@code sms}, {@code chat} or {@code none}
 * @param mine whether the reader has it, so that reply and close are offered
 * @param mayTake whether it waits and the reader may take it
 * @param mayReopen whether the reader closed it and may take that back
 */
record ReferralView(
        UUID id,
        Referral referral,
        HelpRequest request,
        String team,
        String urgency,
        String need,
        String place,
        String number,
        String dial,
        String ending,
        String reach,
        String waited,
        String due,
        boolean overdue,
        String owner,
        String state,
        boolean mine,
        boolean mayTake,
        boolean mayRelease,
        boolean mayReopen,
        List<Done> history) {

    /** What was done, by whom, when. */
    record Done(String what, String who, String iso, String at) {}
}
