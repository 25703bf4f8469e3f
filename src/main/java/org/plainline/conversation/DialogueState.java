package org.plainline.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Channel;
import org.plainline.resident.Need;
import org.plainline.voiceflow.CallState;

/**
 * Where a talk stands, beside its words.
 *
 * @param topic what the last answer was about
 * @param section code of the section that was told of it, or will be when one of the offers is chosen; null for all
 * @param offers topics the resident can choose from by number
 * @param need kind of the last topic
 * @param place id of the place that the resident named last; null when none was
 * @param words the resident's last question
 * @param trouble the questions since the talk came to its topic, which become the need of a request for help
 * @param intake the request being filled in
 * @param kept the request, as it stands now, that a later wish for a person goes on with instead of opening another:
 *     one that a crisis has made urgent, or one that was left unfinished; for a day
 * @param call where a phone call stands in its flow; null in text
 * @param replied kind of the last reply; null before the first
 * @param last when this was true
 */
record DialogueState(
        @Nullable String topic,
        @Nullable String section,
        List<String> offers,
        Need need,
        @Nullable String place,
        String words,
        String trouble,
        @Nullable Intake intake,
        @Nullable HelpRequest kept,
        @Nullable CallPosition call,
        Reply.@Nullable Kind replied,
        Instant last) {
    private static final Duration MEMORY = Duration.ofMinutes(30);
    private static final Duration EPISODE = Duration.ofHours(24);

    DialogueState {
        // A talk that was stored before these were told apart, or with nothing said yet.
        words = Objects.requireNonNullElse(words, "");
        trouble = Objects.requireNonNullElse(trouble, words);
        replied = replied == null && topic != null ? Reply.Kind.ANSWER : replied;
    }

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
        return new DialogueState(null, null, List.of(), Need.SERVICE, null, "", "", null, null, null, null, now);
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
                ? new DialogueState(null, null, List.of(), Need.SERVICE, null, "", "", null, lasting, call, null, now)
                : new DialogueState(
                        topic, section, offers, need, place, words, trouble, intake, lasting, call, replied, now);
    }

    /** Whether so long ago that the resident may have something else in mind by now. */
    boolean isOld(Instant now) {
        return last.isBefore(now.minus(MEMORY));
    }

    DialogueState in(@Nullable String place) {
        return new DialogueState(
                topic, section, offers, need, place, words, trouble, intake, kept, call, replied, last);
    }

    DialogueState calling(CallPosition call) {
        return new DialogueState(
                topic, section, offers, need, place, words, trouble, intake, kept, call, replied, last);
    }

    DialogueState keeping(@Nullable HelpRequest kept) {
        return new DialogueState(
                topic, section, offers, need, place, words, trouble, intake, kept, call, replied, last);
    }

    /** Told of a topic; whatever was asked before belongs to the same trouble unless it was about another one. */
    DialogueState about(String topic, @Nullable String section, Need need, String words) {
        boolean isAnother = this.topic != null && !this.topic.equals(topic);
        String all = isAnother ? words : Requests.joined(trouble, words);
        return new DialogueState(topic, section, List.of(), need, place, words, all, intake, kept, call, replied, last);
    }

    /** Asked, or told, without an answer: what the talk is about stays. */
    DialogueState asked(String words) {
        return offering(List.of(), null, need, words);
    }

    /** @param section of whichever is chosen, or of the one that was talked about, is told then */
    DialogueState offering(List<String> offers, @Nullable String section, Need need, String words) {
        String all = Requests.joined(trouble, words);
        return new DialogueState(topic, section, offers, need, place, words, all, intake, kept, call, replied, last);
    }

    DialogueState replied(Reply.Kind kind) {
        return new DialogueState(topic, section, offers, need, place, words, trouble, intake, kept, call, kind, last);
    }

    boolean hasJust(Reply.Kind kind) {
        return replied == kind;
    }

    /** What was talked about before is over. */
    DialogueState afresh(Need need) {
        return new DialogueState(null, null, List.of(), need, place, "", "", intake, kept, call, replied, last);
    }

    DialogueState asking(@Nullable Intake intake) {
        return new DialogueState(
                topic, section, List.of(), need, place, words, trouble, intake, kept, call, replied, last);
    }
}
