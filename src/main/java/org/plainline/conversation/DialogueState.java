package org.plainline.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Channel;
import org.plainline.resident.Need;
import org.plainline.voiceflow.CallState;

/**
 * Where a talk stands, beside its words.
 *
 * @param topic what the last answer was about
 * @param offers topics the resident can choose from by number
 * @param need kind of the last topic
 * @param place id of the place that the resident named last; null when none was
 * @param words the resident's last question, which becomes the need of a request for help
 * @param intake the request being filled in
 * @param kept the request, as it stands now, that a later wish for a person goes on with instead of opening another:
 *     one that a crisis has made urgent, or one that was left unfinished; for a day
 * @param call where a phone call stands in its flow; null in text
 * @param last when this was true
 */
record DialogueState(
        @Nullable String topic,
        List<String> offers,
        Need need,
        @Nullable String place,
        String words,
        @Nullable Intake intake,
        @Nullable HelpRequest kept,
        @Nullable CallPosition call,
        Instant last) {
    private static final Duration MEMORY = Duration.ofMinutes(30);
    private static final Duration EPISODE = Duration.ofHours(24);

    /**
     * @param misses how often in a row the answer to this question could not be used
     * @param asked how many questions there have been, this one among them
     */
    record Intake(Step step, int misses, int asked, HelpRequest request) {
        static Intake first(Step step, HelpRequest request) {
            return new Intake(step, 0, 1, request);
        }

        Intake at(Step step, HelpRequest request) {
            return new Intake(step, 0, asked + 1, request);
        }

        Intake missed(HelpRequest request) {
            return new Intake(step, misses + 1, asked, request);
        }

        Intake with(HelpRequest request) {
            return new Intake(step, misses, asked, request);
        }
    }

    enum Step {
        NEED,
        PLACE,
        NUMBER,
        TIME
    }

    static DialogueState fresh(Instant now) {
        return new DialogueState(null, List.of(), Need.SERVICE, null, "", null, null, null, now);
    }

    /** @param step number of the step whose answer is awaited */
    record CallPosition(int step, CallState state) {}

    /**
     * The state as it still counts now: a talk is forgotten after half an hour, a request after a day. So is a talk by
     * text message, which people answer when they find the time.
     */
    DialogueState asOf(Instant now, Channel channel) {
        HelpRequest lasting = kept != null && kept.at().isAfter(now.minus(EPISODE)) ? kept : null;
        return last.isBefore(now.minus(channel == Channel.SMS ? EPISODE : MEMORY))
                ? new DialogueState(null, List.of(), Need.SERVICE, null, "", null, lasting, call, now)
                : new DialogueState(topic, offers, need, place, words, intake, lasting, call, now);
    }

    /** Whether so long ago that the resident may have something else in mind by now. */
    boolean isOld(Instant now) {
        return last.isBefore(now.minus(MEMORY));
    }

    DialogueState in(@Nullable String place) {
        return new DialogueState(topic, offers, need, place, words, intake, kept, call, last);
    }

    DialogueState calling(CallPosition call) {
        return new DialogueState(topic, offers, need, place, words, intake, kept, call, last);
    }

    DialogueState keeping(@Nullable HelpRequest kept) {
        return new DialogueState(topic, offers, need, place, words, intake, kept, call, last);
    }

    DialogueState about(@Nullable String topic, Need need, String words) {
        return new DialogueState(topic, List.of(), need, place, words, intake, kept, call, last);
    }

    /** More is asked about the same topic: what was told before is still why. */
    DialogueState further(String more) {
        return about(topic, need, Requests.joined(words, more));
    }

    DialogueState offering(List<String> offers, Need need, String words) {
        return new DialogueState(null, offers, need, place, words, intake, kept, call, last);
    }

    DialogueState asking(@Nullable Intake intake) {
        return new DialogueState(topic, List.of(), need, place, words, intake, kept, call, last);
    }
}
