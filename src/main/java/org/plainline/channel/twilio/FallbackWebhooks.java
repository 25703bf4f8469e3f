package org.plainline.channel.twilio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainline.resident.Language;
import org.plainline.resident.Wording;
import org.plainline.voiceflow.CallStep;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Twilio turns when the first address failed or took too long. Nothing here needs a database, so that nobody
 * hears "application error"; what was said before may or may not be kept, and the words say so.
 */
@RestController
class FallbackWebhooks {
    static final String SMS = "/twilio/fallback/sms";
    static final String VOICE = "/twilio/fallback/voice";

    private static final int TIMES = 2;

    private final String text;
    private final String call;

    FallbackWebhooks() {
        Wording wording = Wording.of("twilio");
        this.text = Twiml.message(Stream.of(Language.ZH, Language.EN)
                .map(language -> wording.say(language, "fallback.sms"))
                .collect(Collectors.joining("\n")));
        this.call = Twiml.call(spoken(wording), VOICE);
    }

    @PostMapping(path = SMS, produces = MediaType.TEXT_XML_VALUE)
    String sms(TwilioForm proven) {
        return text;
    }

    @PostMapping(path = VOICE, produces = MediaType.TEXT_XML_VALUE)
    String voice(TwilioForm proven) {
        return call;
    }

    /** Twice, because nobody is ready for it the first time. */
    private static List<CallStep> spoken(Wording wording) {
        List<CallStep> steps = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            for (Language language : List.of(Language.ZH, Language.EN)) {
                steps.add(new CallStep.Say(wording.say(language, "fallback.voice"), language, false));
                steps.add(new CallStep.Pause(Duration.ofSeconds(1)));
            }
        }
        steps.add(new CallStep.Hangup());
        return steps;
    }
}
