package org.plainline.conversation;

import java.util.List;
import org.plainline.voiceflow.CallStep;

/** A conversation by telephone: the same turns, carried by the flow in {@code voice-flows/}. */
public interface Calls {
    /**
     * What the telephone does next. When this returns, everything said so far is durable.
     *
     * @param step to be named when the caller's answer comes
     */
    record Next(int step, List<CallStep> steps) {}

    Next hear(CallInput input);

    /** The call is over, however it ended; an unfinished request stays, marked incomplete. */
    void ended(String call);
}
