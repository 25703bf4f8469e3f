package org.plainline.conversation;

import java.util.UUID;

/** A resident asked for a person, or told more about a request that is already known. */
public record HelpRequested(UUID request) {}
