package org.plainline.channel.twilio;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plainline.conversation.Calls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What Twilio tells about messages on their way and calls that ended; in no promised order, and more than once. */
@RestController
class StatusCallbacks {
    static final String MESSAGE = "/twilio/status/message";
    static final String CALL = "/twilio/status/call";

    private static final Logger log = LoggerFactory.getLogger(StatusCallbacks.class);

    private static final Set<String> ENDED = Set.of("completed", "busy", "failed", "no-answer", "canceled");

    private final DeliveryReports reports;
    private final Calls calls;

    StatusCallbacks(DeliveryReports reports, Calls calls) {
        this.reports = reports;
        this.calls = calls;
    }

    @PostMapping(MESSAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void message(TwilioForm form, @RequestParam(name = "message", required = false) @Nullable String id) {
        String sid = form.text("MessageSid");
        Optional<MessageState> state = MessageState.reported(form.text("MessageStatus"));
        Optional<UUID> message = id(id).or(() -> reports.messageOf(sid));
        String error =
                form.find("ErrorCode").filter(code -> code.matches("\\d{1,6}")).orElse(null);
        boolean ours = !sid.isEmpty()
                && state.isPresent()
                && message.isPresent()
                && reports.record(message.get(), sid, state.get(), error);
        if (!ours) {
            log.info("A report about a message that is not ours is left aside");
        }
    }

    @PostMapping(CALL)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void call(TwilioForm form) {
        if (ENDED.contains(form.text("CallStatus"))) {
            form.find("CallSid").ifPresent(calls::ended);
        }
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
