package org.plainline.channel.twilio;

import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Lets in what Twilio signed for this service's public address, and nothing else. */
@Component
public final class TwilioWebhooks {
    static final String SIGNATURE = "X-Twilio-Signature";

    private static final int LONGEST = 64 * 1024;
    private static final Logger log = LoggerFactory.getLogger(TwilioWebhooks.class);

    private final TwilioAccounts accounts;
    private final PublicAddress address;

    TwilioWebhooks(TwilioAccounts accounts, PublicAddress address) {
        this.accounts = accounts;
        this.address = address;
    }

    /**
     * The form of a webhook, once it is proven to be from one of our accounts.
     *
     * @param body as it came, at most 64 KB; null when there was none
     * @throws ResponseStatusException 403 without a signature of ours, 413 when too long, 415 when not a form, 400 when
     *     not UTF-8; none says more than that
     */
    public TwilioForm receive(ServerHttpRequest request, byte @Nullable [] body) {
        byte[] form = body == null ? new byte[0] : body;
        refuseIf(form.length > LONGEST, HttpStatus.CONTENT_TOO_LARGE);
        String signature = request.getHeaders().getFirst(SIGNATURE);
        if (signature == null) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        refuseIf(
                !MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(contentType(request)),
                HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        var fields = decode(form);
        var received = new TwilioForm(fields);
        boolean proven = isSigned(request, signature, fields) && !Cut.moved(fields);
        if (!proven) {
            // The names help to tell a wrong public-url from a field that Twilio does not sign.
            log.warn(
                    "Refused a webhook to {} with the fields {}",
                    request.getURI().getRawPath(),
                    received);
        }
        refuseIf(!proven, HttpStatus.FORBIDDEN);
        return received;
    }

    private boolean isSigned(ServerHttpRequest request, String signature, List<Field> fields) {
        var urls = address.spellings(
                request.getURI().getRawPath(), request.getURI().getRawQuery());
        Optional<String> account = fields.stream()
                .filter(field -> field.name().equals("AccountSid"))
                .map(Field::value)
                .findFirst();
        return accounts.signers().stream()
                .filter(signer -> account.isEmpty()
                        || signer.sid() == null
                        || signer.sid().equals(account.get()))
                .anyMatch(signer ->
                        urls.stream().anyMatch(url -> Signature.matches(signature, signer.token(), url, fields)));
    }

    private static @Nullable MediaType contentType(ServerHttpRequest request) {
        try {
            return request.getHeaders().getContentType();
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    private static List<Field> decode(byte[] form) {
        try {
            return Field.decode(form);
        } catch (CharacterCodingException unreadable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private static void refuseIf(boolean wrong, HttpStatus status) {
        if (wrong) {
            throw new ResponseStatusException(status);
        }
    }
}
