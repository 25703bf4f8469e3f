package org.plainline.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.Redaction;

/**
 * A question that was not answered as it should have been, for editors.
 *
 * @param words what was asked, without what could tell who asked it
 * @param topics what was offered or answered; empty when nothing was
 */
public record Miss(Why why, Channel channel, Language language, String words, List<String> topics, Instant at) {
    /** How anybody knows. */
    public enum Why {
        /** No article bears on it. */
        NOT_COVERED,
        /** None of the articles offered was chosen. */
        REFUSED,
        /** The resident said that the answer was none. */
        NOT_HELPED;

        /** As stored: {@code not-covered}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Why of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    static Miss of(Talk talk, Why why, String words, List<String> topics) {
        return new Miss(why, talk.channel(), talk.language(), Redaction.anonymous(words), topics, talk.now());
    }
}
