package org.plainline.conversation;

import java.util.List;

/** What the service could not do, kept for half a year. */
public interface Misses {
    /** The newest first. */
    List<Miss> newest(int limit);
}
