package org.plainline.channel.api;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plainline.channel.CleanText;
import org.plainline.channel.FloodLimits;
import org.plainline.channel.Limit;
import org.plainline.conversation.Conversations;
import org.plainline.conversation.Reply;
import org.plainline.conversation.Utterance;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code POST /api/answers}: what the service would say to a text; see {@code /openapi.json}. */
@RestController
class AnswersController {
    private static final int LONGEST = 1_600;
    private static final int LONGEST_NAME = 100;

    private final Conversations conversations;
    private final FloodLimits limits;

    AnswersController(Conversations conversations, FloodLimits limits) {
        this.conversations = conversations;
        this.limits = limits;
    }

    /**
     * @param conversation any name of the caller's own for a talk that is to be remembered; null for a single question
     * @param unknown everything else: a misspelt field is better refused than ignored
     */
    record Asked(
            @Nullable String text,
            @Nullable String language,
            @Nullable String channel,
            @Nullable String conversation,
            @JsonAnySetter Map<String, Object> unknown) {}

    @PostMapping(path = "/api/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    Answered answer(@RequestBody Asked asked, ServerHttpRequest request) {
        refuse(asked.unknown());
        Utterance utterance = new Utterance(
                UUID.randomUUID().toString(),
                one(asked.channel(), Channel::of).orElse(Channel.CHAT),
                party(asked.conversation()),
                null,
                text(asked.text()),
                one(asked.language(), Language::of).orElse(null));
        if (!limits.allows(Limit.ANSWERS_PER_ADDRESS, address(request)) && !conversations.pressing(inChat(utterance))) {
            throw new ResponseStatusException(
                    HttpStatus.TOO_MANY_REQUESTS, "Too many questions from one address; wait a moment");
        }
        Reply reply =
                asked.conversation() == null ? conversations.preview(utterance) : conversations.hear(inChat(utterance));
        return Answered.of(reply, conversations.urgency(utterance.text()).orElse(null));
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ProblemDetail databaseAway() {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "What is said cannot be kept for the moment; try again later");
    }

    /** Whatever the rendering, a talk over the API has no number that could be called. */
    private static Utterance inChat(Utterance utterance) {
        return new Utterance(
                utterance.delivery(), Channel.CHAT, utterance.party(), null, utterance.text(), utterance.language());
    }

    private static String address(ServerHttpRequest request) {
        return Optional.ofNullable(request.getRemoteAddress())
                .map(InetSocketAddress::getHostString)
                .orElse("");
    }

    private static <T> Optional<T> one(@Nullable String value, Function<String, T> of) {
        try {
            return Optional.ofNullable(value).map(of);
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, unknown.getMessage(), unknown);
        }
    }

    private static void refuse(@Nullable Map<String, Object> unknown) {
        if (unknown != null && !unknown.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "Only text, language, channel and conversation are known here");
        }
    }

    private static String party(@Nullable String conversation) {
        if (conversation != null
                && (conversation.isBlank()
                        || conversation.length() > LONGEST_NAME
                        || !CleanText.of(conversation).equals(conversation))) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "\"conversation\" has 1 to 100 characters, none of them control characters");
        }
        return "api " + conversation;
    }

    private static String text(@Nullable String text) {
        if (text == null || CleanText.of(text).isBlank()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "\"text\" is missing: what does the resident ask?");
        }
        if (text.length() > LONGEST) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "\"text\" has " + text.length() + " characters; at most 1600 are read");
        }
        return CleanText.of(text);
    }
}
