package org.plainline.channel.voice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainline.channel.FloodLimits;
import org.plainline.channel.Limit;
import org.plainline.channel.twilio.Fallback;
import org.plainline.channel.twilio.TwilioForm;
import org.plainline.channel.twilio.Twiml;
import org.plainline.conversation.CallInput;
import org.plainline.conversation.Calls;
import org.plainline.resident.Language;
import org.plainline.resident.PhoneNumber;
import org.plainline.resident.Wording;
import org.plainline.voiceflow.CallStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A phone call in, and each of its further steps: verify, decode, hand over, answer. */
@RestController
class VoiceController {
    private static final int LONGEST = 1_600;

    /** Where a call begins, and where one goes on that was told that there are too many. */
    private static final int BEGINNING = 0;

    private static final Duration TIME_TO_INSIST = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(VoiceController.class);

    private final Calls calls;
    private final FloodLimits limits;
    private final Fallback fallback;
    private final Wording wording = Wording.of("channel");

    VoiceController(Calls calls, FloodLimits limits, Fallback fallback) {
        this.calls = calls;
        this.limits = limits;
        this.fallback = fallback;
    }

    @PostMapping(path = "/twilio/voice", produces = MediaType.TEXT_XML_VALUE)
    String called(TwilioForm form) {
        return limits.allows(Limit.CALLS_PER_NUMBER, caller(form)) ? kept(form, BEGINNING) : tooMany();
    }

    /** Those who withhold their number are not one caller. */
    private static String caller(TwilioForm form) {
        return PhoneNumber.parse(form.text("From")).map(PhoneNumber::e164).orElseGet(() -> form.required("CallSid"));
    }

    @PostMapping(path = "/twilio/voice/{step}", produces = MediaType.TEXT_XML_VALUE)
    String answered(@PathVariable int step, TwilioForm form) {
        return step == BEGINNING ? insisted(form) : kept(form, step);
    }

    /**
     * Who answers that there were too many calls is a person who wants something: the call goes on with what was said.
     */
    private String insisted(TwilioForm form) {
        if (said(form, "SpeechResult") == null && said(form, "Digits") == null) {
            return Twiml.nothing();
        }
        try {
            Calls.Next opened = calls.hear(input(form, BEGINNING, null, null));
            return next(form, opened.step());
        } catch (DataAccessException | TransactionException databaseAway) {
            return unkept(databaseAway);
        }
    }

    private String kept(TwilioForm form, int step) {
        try {
            return next(form, step);
        } catch (DataAccessException | TransactionException databaseAway) {
            return unkept(databaseAway);
        }
    }

    private String unkept(Exception databaseAway) {
        log.error("A step of a call could not be kept: {}", databaseAway.toString());
        return fallback.call();
    }

    private String next(TwilioForm form, int step) {
        Calls.Next next = calls.hear(input(form, step, said(form, "SpeechResult"), said(form, "Digits")));
        return Twiml.call(next.steps(), path(next.step()));
    }

    private static CallInput input(TwilioForm form, int step, @Nullable String speech, @Nullable String keys) {
        return new CallInput(
                form.required("CallSid"),
                step,
                PhoneNumber.parse(form.text("From")).orElse(null),
                speech,
                keys);
    }

    private static String path(int step) {
        return "/twilio/voice/" + step;
    }

    private static @Nullable String said(TwilioForm form, String name) {
        return Optional.of(form.text(name))
                .filter(text -> !text.isBlank())
                .map(text -> text.substring(0, Math.min(LONGEST, text.length())))
                .orElse(null);
    }

    /** The numbers that matter, in both languages, and the way to a person; a machine that says nothing is hung up. */
    private String tooMany() {
        List<CallStep.Audible> words = List.of(
                new CallStep.Say(wording.say(Language.ZH, "too-many.voice"), Language.ZH, false),
                new CallStep.Say(wording.say(Language.EN, "too-many.voice"), Language.EN, false));
        return Twiml.call(
                List.of(new CallStep.Listen(words, Language.ZH, 1, TIME_TO_INSIST, List.of())), path(BEGINNING));
    }
}
