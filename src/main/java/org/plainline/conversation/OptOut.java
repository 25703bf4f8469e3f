package org.plainline.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plainline.resident.Channel;

/**
 * "No more texts". Twilio answers its own English words and blocks the number by itself, so those are only recorded
 * (advanced opt-out, error 21610); every other way to say it is ours: confirmed once, then silence.
 */
final class OptOut {
    private static final Set<String> CARRIER_STOP =
            Set.of("stop", "unsubscribe", "end", "quit", "stopall", "revoke", "optout", "cancel");
    private static final Set<String> CARRIER_START = Set.of("start", "unstop");
    private static final Set<String> CARRIER_YES = Set.of("yes");
    private static final Set<String> CARRIER_HELP = Set.of("help", "info");
    private static final Set<String> OURS = Set.of(
            "退订", "退訂", "停", "停止", "不要再发", "不要再发了", "别再发了", "别发了", "t", "td", "stop please", "please stop", "stop it");
    private static final Set<String> OURS_START = Set.of("开始", "恢复", "继续发");

    private final Words words;

    OptOut(Words words) {
        this.words = words;
    }

    /** The move when the whole text is such a word; empty when it is something else. */
    Optional<Move> heard(Talk talk, String text) {
        if (talk.channel() != Channel.SMS) {
            return Optional.empty();
        }
        String word = word(text);
        boolean carriers = CARRIER_STOP.contains(word)
                || CARRIER_START.contains(word)
                || CARRIER_HELP.contains(word)
                || (CARRIER_YES.contains(word) && talk.optedOut());
        if (carriers || (OURS.contains(word) && talk.optedOut())) {
            return Optional.of(silent(talk));
        }
        if (OURS_START.contains(word) && talk.optedOut()) {
            return Optional.of(new Move(talk.state(), words.reply(talk, Reply.Kind.OTHER, "opted-in")));
        }
        return OURS.contains(word)
                ? Optional.of(new Move(talk.state(), words.reply(talk, Reply.Kind.OTHER, "opted-out")))
                : Optional.empty();
    }

    /** Whether this is all there is to the text. */
    boolean isOne(Channel channel, String text) {
        String word = word(text);
        return channel == Channel.SMS
                && Stream.of(CARRIER_STOP, CARRIER_START, CARRIER_YES, CARRIER_HELP, OURS, OURS_START)
                        .anyMatch(words -> words.contains(word));
    }

    /** Whether the resident is opted out after this text. */
    boolean optedOutBy(Channel channel, String text, boolean before) {
        if (channel != Channel.SMS) {
            return before;
        }
        String word = word(text);
        if (CARRIER_STOP.contains(word) || OURS.contains(word)) {
            return true;
        }
        boolean again = CARRIER_START.contains(word) || CARRIER_YES.contains(word) || OURS_START.contains(word);
        return before && !again;
    }

    private static Move silent(Talk talk) {
        Reply nothing = new Reply(Reply.Kind.SILENT, talk.language(), List.of(), List.of(), List.of(), null, null);
        return new Move(talk.state(), nothing);
    }

    private static String word(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} ]", "").strip();
    }
}
