package org.plainline.conversation;

import java.util.Optional;
import java.util.UUID;

/** Requests for help as residents made them. */
public interface HelpRequests {
    Optional<HelpRequest> find(UUID id);
}
