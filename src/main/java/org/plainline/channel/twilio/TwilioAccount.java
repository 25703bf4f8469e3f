package org.plainline.channel.twilio;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.PhoneNumber;

/**
 * An account with Twilio or with a carrier that speaks like it. Every bean of this type may sign webhooks.
 *
 * @param token signs the webhooks and opens the REST API
 * @param apiBase asked anew for every request, because a carrier inside this process knows its port only when it runs
 * @param number what texts are sent from; null while none is set, and then nothing is sent
 */
public record TwilioAccount(
        String sid,
        Secret token,
        Supplier<URI> apiBase,
        @Nullable PhoneNumber number) {}
