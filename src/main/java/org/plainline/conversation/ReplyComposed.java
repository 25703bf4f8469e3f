package org.plainline.conversation;

import java.util.UUID;

/** A caseworker wrote a line that has to leave the house by text message. */
public record ReplyComposed(UUID line) {}
