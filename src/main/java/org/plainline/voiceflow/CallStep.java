package org.plainline.voiceflow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;
import org.plainline.resident.Language;

/**
 * What the telephone does next; a turn is a short list of these, and every list ends in listening or in hanging up.
 * What is said while listening can be talked over; what is said before it is heard to its end.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
@JsonSubTypes({
    @JsonSubTypes.Type(CallStep.Say.class),
    @JsonSubTypes.Type(CallStep.Pause.class),
    @JsonSubTypes.Type(CallStep.Listen.class),
    @JsonSubTypes.Type(CallStep.Hangup.class)
})
public sealed interface CallStep {
    /** Something that can be heard, also inside a {@link Listen}. */
    sealed interface Audible extends CallStep {}

    /** @param slowly at four fifths of the usual rate */
    record Say(String text, Language language, boolean slowly) implements Audible {}

    record Pause(Duration length) implements Audible {}

    /**
     * Plays the prompts and takes speech or keys, whichever comes.
     *
     * @param digits how many keys are taken at most before the turn goes on
     * @param silence how long to wait for a first sound or key
     * @param hints words that are likely to be said, at most 500 of 100 characters
     */
    record Listen(List<Audible> prompts, Language language, int digits, Duration silence, List<String> hints)
            implements CallStep {}

    record Hangup() implements CallStep {}
}
