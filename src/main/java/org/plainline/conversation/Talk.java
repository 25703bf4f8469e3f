package org.plainline.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.PhoneNumber;

/** One conversation at the moment of a turn. */
record Talk(
        UUID id,
        Channel channel,
        String party,
        @Nullable PhoneNumber caller,
        Language language,
        DialogueState state,
        boolean optedOut,
        Instant now) {

    Talk in(Language language) {
        return new Talk(id, channel, party, caller, language, state, optedOut, now);
    }

    Talk with(DialogueState state) {
        return new Talk(id, channel, party, caller, language, state, optedOut, now);
    }

    Talk optedOut(boolean optedOut) {
        return new Talk(id, channel, party, caller, language, state, optedOut, now);
    }
}
