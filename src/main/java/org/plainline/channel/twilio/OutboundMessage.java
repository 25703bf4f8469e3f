package org.plainline.channel.twilio;

import java.util.UUID;
import org.plainline.resident.PhoneNumber;

/**
 * A text message that this node alone may send now.
 *
 * @param attempt 1 for the first; what is reported of an earlier one no longer counts
 * @param old since it was composed more than four hours have gone by
 */
record OutboundMessage(UUID id, PhoneNumber number, String body, int attempt, boolean old) {}
