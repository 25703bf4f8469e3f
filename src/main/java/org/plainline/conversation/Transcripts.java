package org.plainline.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plainline.resident.PhoneNumber;

/** What was said, word for word, in order. */
public interface Transcripts {
    /** The newest 500 lines of a conversation, oldest first. */
    List<Line> of(UUID conversation);

    Optional<Line> line(UUID line);

    /** The number that texts of this conversation go to; empty when none came in by phone or SMS. */
    Optional<PhoneNumber> number(UUID conversation);

    /**
     * Adds a caseworker's line and announces it with {@link ReplyComposed} in the same transaction, or, in a chat,
     * shows it on the resident's page only: a number typed on the web is never texted without a message or call from it
     * first.
     *
     * @param text 1 to 1,600 characters
     * @return the new line
     * @throws OptedOutException when the resident asked for no more messages
     */
    Line reply(UUID conversation, String author, String text);

    /** The resident refuses text messages; a caseworker has to call instead. */
    class OptedOutException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public OptedOutException() {
            super("The resident asked for no more text messages; please call instead");
        }
    }
}
