package org.plainline.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.Need;
import org.plainline.resident.PhoneNumber;
import org.plainline.resident.Urgency;

/**
 * Somebody asked for a person. Stored with the first sign of it and filled in as the talk goes on.
 *
 * @param reference six digits, told to the resident when complete; not a credential
 * @param words the need in the resident's own words; empty when only "a person" was asked for
 * @param placeId id in the service area; null while unknown
 * @param placeWords the place as the resident said it
 * @param safeTime when it is safe to call, in the resident's words or the chosen option
 * @param complete false until everything that is asked for was answered, and for good when the resident went away
 * @param number where to call; null when none was given
 * @param at when it was asked for, for the last time if more than once
 */
public record HelpRequest(
        UUID id,
        String reference,
        UUID conversation,
        Channel channel,
        Language language,
        Need need,
        String words,
        @Nullable String placeId,
        @Nullable String placeWords,
        @Nullable PhoneNumber number,
        @Nullable String safeTime,
        boolean complete,
        @Nullable Urgency urgency,
        Instant at) {}
