package org.plainline.conversation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Urgency;

/** One conversation, any channel: takes what a resident said and gives the next move. */
public interface Conversations {
    /**
     * Decides and stores the next move. When this returns, the utterance, the reply and any help request are durable.
     * The same delivery again gives the same reply and changes nothing.
     */
    Reply hear(Utterance utterance);

    /** What {@link #hear} would say to it as the first words of a talk; nothing is stored. */
    default Reply preview(Utterance utterance) {
        return preview(utterance, null);
    }

    /**
     * The same in a talk in which nothing was said but the answer about a topic.
     *
     * @param topic null for none
     */
    Reply preview(Utterance utterance, @Nullable String topic);

    /** True when it must be heard whatever the limits: danger, a wish for a person, or in the middle of a request. */
    boolean pressing(Utterance utterance);

    /** What the text says about danger. */
    Optional<Urgency> urgency(String text);

    /** The lines of a chat so far, oldest first; empty when the token is unknown or the talk is over. */
    List<Line> chat(String party);

    /** The reply to the last utterance of that party, to show a page again. */
    Optional<Reply> lastReply(String party);
}
