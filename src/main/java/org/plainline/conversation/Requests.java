package org.plainline.conversation;

import org.jspecify.annotations.Nullable;
import org.plainline.resident.Need;
import org.plainline.resident.PhoneNumber;

/** A help request with one more thing known. */
final class Requests {
    private Requests() {}

    static HelpRequest withNeed(HelpRequest r, String words, Need need) {
        return copy(r, need, words, r.placeId(), r.placeWords(), r.number(), r.safeTime(), r.complete());
    }

    static HelpRequest withPlace(HelpRequest r, @Nullable String id, String words) {
        return copy(r, r.need(), r.words(), id, words, r.number(), r.safeTime(), r.complete());
    }

    static HelpRequest withNumber(HelpRequest r, @Nullable PhoneNumber number) {
        return copy(r, r.need(), r.words(), r.placeId(), r.placeWords(), number, r.safeTime(), r.complete());
    }

    static HelpRequest withTime(HelpRequest r, String time, boolean complete) {
        String safeTime = time.isEmpty() ? null : time;
        return copy(r, r.need(), r.words(), r.placeId(), r.placeWords(), r.number(), safeTime, complete);
    }

    private static HelpRequest copy(
            HelpRequest r,
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
                r.language(),
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
