package org.plainline.conversation;

import org.jspecify.annotations.Nullable;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.PhoneNumber;

/**
 * What a resident said or typed, decoded from its channel.
 *
 * @param delivery the channel's own id of this delivery; the same id again is the same utterance, never a new one
 * @param party who is at the other end for as long as the conversation lasts: a number for SMS, a token for chat
 * @param caller the number that can be called back; null in chat and for withheld callers
 * @param text as typed, at most 1,600 characters
 * @param language when the channel knows it; null to take it from the text and what was spoken before
 */
public record Utterance(
        String delivery,
        Channel channel,
        String party,
        @Nullable PhoneNumber caller,
        String text,
        @Nullable Language language) {}
