package org.plainline.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.PhoneNumber;

/**
 * One conversation at the moment of a turn.
 *
 * @param version another one as soon as anything about the stored talk has changed; null when it is not stored yet
 */
record Talk(
        UUID id,
        Channel channel,
        String party,
        @Nullable PhoneNumber caller,
        Language language,
        DialogueState state,
        boolean optedOut,
        Instant now,
        @Nullable String version) {

    /** One that is not stored yet. */
    Talk(
            UUID id,
            Channel channel,
            String party,
            @Nullable PhoneNumber caller,
            Language language,
            DialogueState state,
            boolean optedOut,
            Instant now) {
        this(id, channel, party, caller, language, state, optedOut, now, null);
    }

    Talk in(Language language) {
        return new Talk(id, channel, party, caller, language, state, optedOut, now, version);
    }

    Talk with(DialogueState state) {
        return new Talk(id, channel, party, caller, language, state, optedOut, now, version);
    }

    Talk optedOut(boolean optedOut) {
        return new Talk(id, channel, party, caller, language, state, optedOut, now, version);
    }
}
