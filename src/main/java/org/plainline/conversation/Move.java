package org.plainline.conversation;

import org.jspecify.annotations.Nullable;

/** @param request the help request as it stands after this move; null when the move is not about one */
record Move(DialogueState state, Reply reply, @Nullable HelpRequest request) {
    Move(DialogueState state, Reply reply) {
        this(state, reply, null);
    }
}
