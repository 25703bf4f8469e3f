package org.plainline.channel.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.messaging.Body;
import com.twilio.twiml.messaging.Message;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.SsmlProsody;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import org.plainline.channel.CleanText;
import org.plainline.resident.Language;
import org.plainline.voiceflow.CallStep;

/**
 * What Twilio is told to do, as XML to be served as {@code text/xml}. Whatever a text holds, it stays text: it never
 * becomes an element, an attribute or an address.
 */
public final class Twiml {
    private static final int LONGEST_MESSAGE = 1_600;
    /** Amazon Polly's, the strictest of the voices. */
    private static final int LONGEST_SAY = 3_000;

    private static final int MOST_HINTS = 500;
    private static final int LONGEST_HINT = 100;
    private static final String FOUR_FIFTHS = "80%";

    static {
        // The SDK asks for one of each at every answer; unless the JDK's are named, it looks through all jars for
        // others.
        name(DocumentBuilderFactory.class, DocumentBuilderFactory.newDefaultInstance());
        name(TransformerFactory.class, TransformerFactory.newDefaultInstance());
    }

    private Twiml() {}

    private static <T> void name(Class<T> kind, T factory) {
        System.getProperties().putIfAbsent(kind.getName(), factory.getClass().getName());
    }

    /** Answers with a text message each; with more than one beyond 1,600 characters, with none when it is blank. */
    public static String messages(List<String> texts) {
        var response = new MessagingResponse.Builder();
        texts.stream()
                .flatMap(text -> Pieces.of(CleanText.of(text), LONGEST_MESSAGE).stream())
                .forEach(piece -> response.message(new Message.Builder()
                        .body(new Body.Builder(piece).build())
                        .build()));
        return response.build().toXml();
    }

    /** The same with one text. */
    public static String message(String text) {
        return messages(List.of(text));
    }

    /** Answers nothing: no message is sent, a call is hung up. */
    public static String nothing() {
        return new MessagingResponse.Builder().build().toXml();
    }

    /**
     * @param actionPath where what the caller says or presses is posted to, also when it is nothing; made by the
     *     service alone, never from what somebody said
     */
    public static String call(List<CallStep> steps, String actionPath) {
        var response = new VoiceResponse.Builder();
        for (CallStep step : steps) {
            switch (step) {
                case CallStep.Audible audible -> hear(audible, response::say, response::pause);
                case CallStep.Listen listen -> response.gather(gather(listen, actionPath));
                case CallStep.Hangup hangup -> response.hangup(new Hangup.Builder().build());
            }
        }
        return response.build().toXml();
    }

    private static void hear(CallStep.Audible audible, Consumer<Say> say, Consumer<Pause> pause) {
        switch (audible) {
            case CallStep.Say said ->
                Pieces.of(CleanText.of(said.text()), LONGEST_SAY).forEach(piece -> say.accept(say(piece, said)));
            case CallStep.Pause silence ->
                pause.accept(
                        new Pause.Builder().length(seconds(silence.length())).build());
        }
    }

    private static Say say(String text, CallStep.Say said) {
        boolean chinese = said.language() == Language.ZH;
        var say = said.slowly() ? new Say.Builder() : new Say.Builder(text);
        if (said.slowly()) {
            say.prosody(new SsmlProsody.Builder(text).rate(FOUR_FIFTHS).build());
        }
        return say.voice(chinese ? Say.Voice.POLLY_ZHIYU : Say.Voice.POLLY_JOANNA)
                .language(chinese ? Say.Language.CMN_CN : Say.Language.EN_US)
                .build();
    }

    private static Gather gather(CallStep.Listen listen, String actionPath) {
        boolean oneKey = listen.digits() == 1;
        var gather = new Gather.Builder()
                .inputs(List.of(Gather.Input.DTMF, Gather.Input.SPEECH))
                .action(actionPath)
                .method(HttpMethod.POST)
                // Otherwise silence falls through to the end of the document, which hangs up.
                .actionOnEmptyResult(true)
                .numDigits(listen.digits())
                // Where one key is enough, # is a key like the others.
                .finishOnKey(oneKey ? "" : "#")
                .timeout(seconds(listen.silence()))
                .speechTimeout("auto")
                .bargeIn(true)
                .language(listen.language() == Language.ZH ? Gather.Language.CMN_HANS_CN : Gather.Language.EN_US);
        String hints = hints(listen.hints());
        if (!hints.isEmpty()) {
            gather.hints(hints);
        }
        listen.prompts().forEach(prompt -> hear(prompt, gather::say, gather::pause));
        return gather.build();
    }

    /** Commas separate hints, so a hint has none of its own. */
    private static String hints(List<String> hints) {
        return hints.stream()
                .map(hint -> CleanText.of(hint).replaceAll("[,\\s]+", " ").strip())
                .filter(hint -> !hint.isEmpty() && hint.length() <= LONGEST_HINT)
                .limit(MOST_HINTS)
                .collect(Collectors.joining(","));
    }

    /** Twilio counts whole seconds and takes none below one; cutting somebody short is worse than waiting. */
    private static int seconds(Duration duration) {
        return Math.toIntExact(Math.max(1, duration.plusMillis(999).toSeconds()));
    }
}
