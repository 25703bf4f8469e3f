package org.plainline.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;
import org.plainline.resident.Need;
import org.plainline.resident.PhoneNumber;
import org.plainline.resident.Urgency;

/** A help request with one more thing known. */
final class Requests {
    private static final int MOST_WORDS = 400;

    private Requests() {}

    /** In the language these words are in. */
    static HelpRequest withNeed(HelpRequest r, String words, Need need, Language language) {
        return copy(r, language, need, words, r.placeId(), r.placeWords(), r.number(), r.safeTime(), r.complete());
    }

    static HelpRequest withPlace(HelpRequest r, @Nullable String id, String words) {
        return copy(r, r.language(), r.need(), r.words(), id, words, r.number(), r.safeTime(), r.complete());
    }

    static HelpRequest withNumber(HelpRequest r, @Nullable PhoneNumber number) {
        return copy(
                r, r.language(), r.need(), r.words(), r.placeId(), r.placeWords(), number, r.safeTime(), r.complete());
    }

    static HelpRequest withTime(HelpRequest r, @Nullable String time, boolean complete) {
        return copy(r, r.language(), r.need(), r.words(), r.placeId(), r.placeWords(), r.number(), time, complete);
    }

    /** Turned out to be urgent, or more so. */
    static HelpRequest urgent(HelpRequest r, Urgency urgency, Need need, Language language, Instant at) {
        return asked(r, urgency, need, language, at);
    }

    /** With more words; the talk has them all. */
    static HelpRequest withMore(HelpRequest r, String words) {
        String joined = joined(r.words(), words);
        return joined.equals(r.words()) ? r : withNeed(r, joined, r.need(), r.language());
    }

    /** Words and more of them, of many the beginning and the last: a caseworker reads them at a glance. */
    static String joined(String words, String more) {
        if (more.isBlank() || words.contains(more)) {
            return words;
        }
        String before = words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "…" : words;
        return (before + "\n" + more).strip();
    }

    /** Asked for once more. */
    static HelpRequest again(HelpRequest r, Instant at) {
        return asked(r, r.urgency(), r.need(), r.language(), at);
    }

    private static HelpRequest asked(
            HelpRequest r, @Nullable Urgency urgency, Need need, Language language, Instant at) {
        return new HelpRequest(
                r.id(),
                r.reference(),
                r.conversation(),
                r.channel(),
                language,
                need,
                r.words(),
                r.placeId(),
                r.placeWords(),
                r.number(),
                r.safeTime(),
                r.complete(),
                urgency,
                at);
    }

    private static HelpRequest copy(
            HelpRequest r,
            Language language,
            Need need,
            String words,
            @Nullable String placeId,
            @Nullable String placeWords,
            @Nullable PhoneNumber number,
            @Nullable String safeTime,
            boolean complete) {
        return new HelpRequest(
                r.id(),
                r.reference(),
                r.conversation(),
                r.channel(),
                language,
                need,
                words,
                placeId,
                placeWords,
                number,
                safeTime,
                complete,
                r.urgency(),
                r.at());
    }
}
