package org.plainline.voiceflow;

import java.util.List;
import org.plainline.resident.Language;

/** What moves a call on. */
public sealed interface CallEvent {
    record Spoken(String text) implements CallEvent {}

    record Keyed(String keys) implements CallEvent {}

    record Silent() implements CallEvent {}

    /**
     * The conversation's reply to what was handed to it.
     *
     * @param kind name of the reply's kind in lower case with hyphens, as in {@code replies:} of the flow
     * @param first what must be heard whole before anything else, such as the numbers in a crisis; empty otherwise
     * @param content what to say, one chunk each
     */
    record Replied(String kind, Language language, List<String> first, List<String> content) implements CallEvent {}
}
