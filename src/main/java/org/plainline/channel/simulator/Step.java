package org.plainline.channel.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened on the telephone since the caller last did something.
 *
 * @param waiting what the call now waits for; null when it is over
 * @param trace every webhook on the way
 */
record Step(List<Heard> heard, @Nullable Waiting waiting, List<Exchange> trace) {
    /**
     * @param digits whether keys are listened for
     * @param speech whether speech is listened for
     * @param most keys after which the turn goes on by itself; 0 for any number of them
     * @param finishKeys keys that end the turn, empty for none
     * @param seconds of silence after which the carrier gives up waiting
     * @param language BCP 47 tag of the speech that is listened for
     */
    record Waiting(boolean digits, boolean speech, int most, String finishKeys, int seconds, String language) {}
}
