package org.plainline.channel.twilio;

import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Lets in what Twilio signed for this service's public address, and nothing else. It reads the body itself, because
 * WebFlux gives a form's body to nobody else as it came, and the signature is over the form as it came.
 */
@Component
final class TwilioWebhooks implements HandlerMethodArgumentResolver {
    static final String SIGNATURE = "X-Twilio-Signature";

    private static final int LONGEST = 64 * 1024;
    private static final Logger log = LoggerFactory.getLogger(TwilioWebhooks.class);

    private final TwilioAccounts accounts;
    private final PublicAddress address;

    TwilioWebhooks(TwilioAccounts accounts, PublicAddress address) {
        this.accounts = accounts;
        this.address = address;
    }

    /** A controller asks for a {@link TwilioForm}, and gets one only when it is proven to be from Twilio. */
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == TwilioForm.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        // Nothing is read of what nobody signed.
        signature(request);
        return DataBufferUtils.join(request.getBody(), LONGEST)
                .map(TwilioWebhooks::bytes)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, tooLong -> refusal(HttpStatus.CONTENT_TOO_LARGE))
                .map(body -> receive(request, body));
    }

    /**
     * @param body as it came
     * @throws ResponseStatusException 403 without a signature of ours, 415 when not a form, 400 when not UTF-8; none
     *     says more than that
     */
    TwilioForm receive(ServerHttpRequest request, byte[] body) {
        String signature = signature(request);
        if (!MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(contentType(request))) {
            throw refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        var fields = decode(body);
        var received = new TwilioForm(fields);
        if (!isSigned(request, signature, fields) || Cut.moved(fields)) {
            // The names help to tell a wrong public-url from a field that Twilio does not sign.
            log.warn(
                    "Refused a webhook to {} with the fields {}",
                    request.getURI().getRawPath(),
                    received);
            throw refusal(HttpStatus.FORBIDDEN);
        }
        return received;
    }

    private static String signature(ServerHttpRequest request) {
        String signature = request.getHeaders().getFirst(SIGNATURE);
        if (signature == null) {
            throw refusal(HttpStatus.FORBIDDEN);
        }
        return signature;
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
            throw refusal(HttpStatus.BAD_REQUEST);
        }
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static ResponseStatusException refusal(HttpStatus status) {
        return new ResponseStatusException(status);
    }
}
