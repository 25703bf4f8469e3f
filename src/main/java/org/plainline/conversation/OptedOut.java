package org.plainline.conversation;

import java.util.UUID;

/** A resident wants no more text messages in this conversation. */
public record OptedOut(UUID conversation) {}
