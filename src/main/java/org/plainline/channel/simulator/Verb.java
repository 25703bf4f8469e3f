package org.plainline.channel.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that TwiML tells a carrier to do; what the document leaves out has Twilio's default. */
sealed interface Verb {
    /**
     * Where the carrier asks what to do next.
     *
     * @param url relative or absolute; empty for the document that is being run
     * @param method {@code GET} or {@code POST}
     */
    record Action(String url, String method) {}

    /** {@code Say}, {@code Play} or {@code Pause}. */
    record Audible(List<Heard> heard) implements Verb {}

    /**
     * @param most digits after which the input is complete
     * @param finishKeys keys of which each completes the input; empty for none
     * @param seconds of silence before the input counts as empty
     * @param language that is listened for
     * @param onEmpty whether the action is asked even when nothing came in
     */
    record Gather(
            List<Heard> prompts,
            boolean digits,
            boolean speech,
            int most,
            String finishKeys,
            int seconds,
            String language,
            boolean onEmpty,
            Action action)
            implements Verb {}

    /** {@code Record}. */
    record Recording(boolean beep, String finishKeys, int seconds, Action action) implements Verb {}

    record Redirect(Action action) implements Verb {}

    /** @param action null to go on with the next verb */
    record Dial(List<String> numbers, @Nullable Action action) implements Verb {}

    record Hangup() implements Verb {}

    record Reject(boolean busy) implements Verb {}

    /**
     * {@code Connect} with a {@code ConversationRelay}.
     *
     * @param url of the WebSocket
     * @param greeting said before anything else; empty for none
     * @param dtmf whether keys are passed on
     * @param action null to go on with the next verb
     */
    record Relay(
            String url,
            String greeting,
            String language,
            boolean dtmf,
            List<Parameter> parameters,
            @Nullable Action action)
            implements Verb {}

    record Parameter(String name, String value) {}

    /** A text message; {@code to} is empty for an answer to the sender. */
    record Message(String to, String body, String statusCallback) implements Verb {}
}
