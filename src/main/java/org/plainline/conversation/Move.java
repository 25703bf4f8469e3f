package org.plainline.conversation;

import org.jspecify.annotations.Nullable;

/** @param request the help request as it stands after this move; null when the move is not about one */
record Move(DialogueState state, Reply reply, @Nullable HelpRequest request) {
    Move(DialogueState state, Reply reply) {
        this(state, reply, null);
    }

    /** The alarm in the state stays the request as it stands, so that going on with it later loses nothing. */
    Move followed() {
        HelpRequest alarm = state.alarm();
        return alarm != null && request != null && alarm.id().equals(request.id())
                ? new Move(state.alarmed(request), reply, request)
                : this;
    }
}
