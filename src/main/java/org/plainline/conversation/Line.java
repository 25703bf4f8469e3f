package org.plainline.conversation;

import java.time.Instant;
import java.util.UUID;
import org.plainline.resident.Channel;

/**
 * One line of a transcript.
 *
 * @param author staff account name for {@link Speaker#CASEWORKER}, otherwise empty
 */
public record Line(
        UUID id, UUID conversation, Channel channel, Speaker speaker, String author, String text, Instant at) {
    /** Who said it. */
    public enum Speaker {
        RESIDENT,
        SERVICE,
        CASEWORKER
    }
}
