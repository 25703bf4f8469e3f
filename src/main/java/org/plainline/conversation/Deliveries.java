package org.plainline.conversation;

import java.util.Map;
import java.util.UUID;

/** What became of the lines that left the house by text message; known by whoever carries them. */
public interface Deliveries {
    /** By line; lines that were never to be texted are missing. */
    Map<UUID, Delivery> of(UUID conversation);
}
