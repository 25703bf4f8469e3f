package org.plainline.channel.simulator;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** One thing that reaches the caller's ear. In JSON {@code kind} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
sealed interface Heard {
    /**
     * @param language BCP 47 tag of the voice
     * @param slow whether it is spoken below the usual rate
     */
    @JsonTypeName("say")
    record Say(String text, String language, boolean slow) implements Heard {}

    @JsonTypeName("pause")
    record Pause(double seconds) implements Heard {}

    /** @param url of the sound file; the simulator names it and does not fetch it */
    @JsonTypeName("play")
    record Play(String url) implements Heard {}

    /** Recording starts. */
    @JsonTypeName("beep")
    record Beep() implements Heard {}

    /** Somebody else's telephone rings, and in the simulator nobody ever answers it. */
    @JsonTypeName("ring")
    record Ring(String number) implements Heard {}

    /** The call was rejected. */
    @JsonTypeName("busy")
    record Busy() implements Heard {}
}
