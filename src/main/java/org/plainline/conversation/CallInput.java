package org.plainline.conversation;

import org.jspecify.annotations.Nullable;
import org.plainline.resident.PhoneNumber;

/**
 * What came in on a phone call since the last step.
 *
 * @param call the carrier's id of the call
 * @param step number of the step being answered, 0 for a call that has just come in; a step that was answered before is
 *     answered the same again
 * @param caller null when withheld
 * @param speech what was recognised, null when nothing was said
 * @param keys keys pressed, null when none were
 */
public record CallInput(
        String call,
        int step,
        @Nullable PhoneNumber caller,
        @Nullable String speech,
        @Nullable String keys) {}
