package org.plainline.voiceflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of an event: either steps for the telephone, or something the conversation has to answer first.
 *
 * @param steps ends in listening or hanging up; empty while {@code request} is there
 * @param request to be answered with {@link CallEvent.Replied}
 */
public record Turn(
        CallState state, List<CallStep> steps, @Nullable Request request) {
    /** What the flow wants from the conversation. */
    public sealed interface Request {
        /** The caller said this, or pressed a key that stands for it. */
        record Said(String text) implements Request {}

        /** The caller wants the last answer as a text message. */
        record TextMe() implements Request {}
    }
}
