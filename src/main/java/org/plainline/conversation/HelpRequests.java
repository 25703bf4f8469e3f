package org.plainline.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests for help as residents made them. */
public interface HelpRequests {
    Optional<HelpRequest> find(UUID id);

    /** Those of at most 1,000 that exist, in no order. */
    List<HelpRequest> find(Collection<UUID> ids);
}
