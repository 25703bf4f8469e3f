package org.plainline.console;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the queue, in the reader's words.
 *
 * @param urgency empty unless somebody must not wait
 * @param said the need in the resident's own words; empty when only a person was asked for
 * @param owner who has it, or how it ended; empty while it waits
 */
record QueueRow(
        UUID id,
        String reference,
        String urgency,
        String need,
        String said,
        String place,
        boolean complete,
        Instant since,
        String waited,
        String owner,
        boolean mine,
        boolean open,
        Instant due,
        String dueWords,
        boolean overdue) {

    public boolean waiting() {
        return open && owner.isEmpty();
    }
}
