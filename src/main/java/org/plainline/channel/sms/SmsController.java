package org.plainline.channel.sms;

import java.util.Optional;
import org.plainline.channel.FloodLimits;
import org.plainline.channel.Limit;
import org.plainline.channel.twilio.Fallback;
import org.plainline.channel.twilio.TwilioForm;
import org.plainline.channel.twilio.Twiml;
import org.plainline.conversation.Conversations;
import org.plainline.conversation.Reply;
import org.plainline.conversation.Utterance;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.LanguageGuess;
import org.plainline.resident.PhoneNumber;
import org.plainline.resident.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A text message in: verify, decode, hand over, answer. */
@RestController
class SmsController {
    /** Twilio's own limit for a message body. */
    private static final int LONGEST = 1_600;

    private static final Logger log = LoggerFactory.getLogger(SmsController.class);

    private final Conversations conversations;
    private final FloodLimits limits;
    private final Fallback fallback;
    private final Wording wording = Wording.of("channel");

    SmsController(Conversations conversations, FloodLimits limits, Fallback fallback) {
        this.conversations = conversations;
        this.limits = limits;
        this.fallback = fallback;
    }

    @PostMapping(path = "/twilio/sms", produces = MediaType.TEXT_XML_VALUE)
    String receive(TwilioForm form) {
        Utterance utterance = utterance(form);
        try {
            return answer(utterance);
        } catch (DataAccessException | TransactionException databaseAway) {
            log.error("A text message could not be kept: {}", databaseAway.toString());
            return unkept(utterance);
        }
    }

    private String answer(Utterance utterance) {
        if (!limits.allows(Limit.SMS_PER_NUMBER, utterance.party()) && !conversations.pressing(utterance)) {
            return limited(utterance);
        }
        return twiml(conversations.hear(utterance));
    }

    /**
     * What can be said without remembering anything is said all the same; for the rest there has to be another time.
     */
    private String unkept(Utterance utterance) {
        Reply reply = conversations.preview(utterance);
        return switch (reply.kind()) {
            case ANSWER, CRISIS -> twiml(reply);
            default -> fallback.text();
        };
    }

    private static String twiml(Reply reply) {
        return reply.paragraphs().isEmpty() ? Twiml.nothing() : Twiml.messages(reply.paragraphs());
    }

    private static Utterance utterance(TwilioForm form) {
        String from = form.required("From");
        String text = form.text("Body");
        return new Utterance(
                form.required("MessageSid"),
                Channel.SMS,
                from,
                PhoneNumber.parse(from.replaceFirst("^whatsapp:", "")).orElse(null),
                text.substring(0, Math.min(LONGEST, text.length())),
                null);
    }

    /** Said once in ten minutes, then nothing: a flood must not cost a text for each text. */
    private String limited(Utterance utterance) {
        Language language = LanguageGuess.of(utterance.text()).orElse(Language.ZH);
        return Optional.of(wording.say(language, "too-many.sms"))
                .filter(said -> limits.allows(Limit.NOTICE_PER_NUMBER, utterance.party()))
                .map(Twiml::message)
                .orElseGet(Twiml::nothing);
    }
}
