package org.plainline.conversation;

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

    Move missing(Miss what) {
        return new Move(state, reply, request, what);
    }

    /** The same, with the talk knowing what kind of reply it was. */
    Move remembered() {
        return new Move(state.replied(reply.kind()), reply, request, miss);
    }

    /** The kept request stays as it stands, so that going on with it later loses nothing. */
    Move followed() {
        HelpRequest kept = state.kept();
        return kept != null && request != null && kept.id().equals(request.id())
                ? new Move(state.keeping(request), reply, request, miss)
                : this;
    }
}
