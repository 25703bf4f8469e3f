package org.plainline.channel.twilio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plainline.resident.Language;
import org.plainline.resident.Wording;
import org.plainline.voiceflow.CallStep;
import org.springframework.stereotype.Component;

/**
 * What is said when the service cannot do its work. Nothing here needs a database, so that nobody hears "application
 * error"; what was said before may or may not be kept, and the words say so.
 */
@Component
public class Fallback {
    private static final int TIMES = 2;

    private final String text;
    private final String call;

    Fallback() {
        Wording wording = Wording.of("twilio");
        this.text = Twiml.messages(Stream.of(Language.ZH, Language.EN)
                .map(language -> wording.say(language, "fallback.sms"))
                .toList());
        this.call = Twiml.call(spoken(wording), FallbackWebhooks.VOICE);
    }

    /** TwiML for a text message. */
    public String text() {
        return text;
    }

    /** TwiML for a call. */
    public String call() {
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
