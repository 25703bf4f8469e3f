package org.plainline.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param request the help request as it stands after this move; null when the move is not about one
 * @param miss what editors should know of; null when there is nothing
 */
record Move(
        DialogueState state,
        Reply reply,
        @Nullable HelpRequest request,
        @Nullable Miss miss) {
    Move(DialogueState state, Reply reply) {
        this(state, reply, null, null);
    }

    Move(DialogueState state, Reply reply, @Nullable HelpRequest request) {
        this(state, reply, request, null);
    }

    /** The same after something else that is said first. */
    Move after(List<String> paragraphs) {
        return new Move(state, reply.after(paragraphs), request, miss);
    }

    Move missing(Miss what) {
        return new Move(state, reply, request, what);
    }

    /** The kept request stays as it stands, so that going on with it later loses nothing. */
    Move followed() {
        HelpRequest kept = state.kept();
        return kept != null && request != null && kept.id().equals(request.id())
                ? new Move(state.keeping(request), reply, request, miss)
                : this;
    }
}
