package org.plainline.conversation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.SmsLength;
import org.plainline.resident.Wording;

/** The conversation's own sentences, in the variant for the channel where there is one. */
final class Words {
    private static final int MOST_SEGMENTS = 2;

    private static final Pattern NOT_SAID = Pattern.compile("[^\\p{L}\\p{N}' ]");

    /** Nobody is courteous for longer. */
    private static final int LONGEST = 120;

    private final Wording wording = Wording.of("conversation");
    private final Map<String, Pattern> courteously = new ConcurrentHashMap<>();

    /** A text message names who it is from; {@code key.sms} and the like win over {@code key}. */
    String say(Talk talk, String key, Object... arguments) {
        return say(talk.channel(), talk.language(), key, arguments);
    }

    String say(Channel channel, Language language, String key, Object... arguments) {
        String variant = key + "." + channel.code();
        return wording.say(language, wording.has(variant) ? variant : key, arguments);
    }

    /** Whether a text can be sent as it is; what is said or read elsewhere may have any length. */
    static boolean fits(Talk talk, String text) {
        return talk.channel() != Channel.SMS || SmsLength.fits(text, MOST_SEGMENTS);
    }

    Reply reply(Talk talk, Reply.Kind kind, String key, Object... arguments) {
        return new Reply(
                kind, talk.language(), List.of(say(talk, key, arguments)), List.of(), options(talk, key), null, null);
    }

    /** {@code key.options} lists {@code 1=label|2=label}; every reply also has the way to a person. */
    List<Reply.Option> options(Talk talk, String key) {
        if (!wording.has(key + ".options")) {
            return List.of();
        }
        return wording.alternatives(talk.language(), key + ".options").stream()
                .map(option -> option.split("=", 2))
                .map(option -> new Reply.Option(option[0], option[1]))
                .toList();
    }

    /**
     * Whether that is all that was said, in either language: once or several times, with thanks or other courtesy
     * around it or without.
     */
    boolean matches(String key, String text) {
        String said = NOT_SAID.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
                .replaceAll(" ");
        Matcher only = courteously.computeIfAbsent(key, this::courteously).matcher(said);
        return said.length() <= LONGEST && only.matches() && only.group(1) != null;
    }

    /** Word by word and never back, so that no text takes long. */
    private Pattern courteously(String key) {
        return Pattern.compile("(?:(" + oneOf(key) + ")|" + oneOf("thanks") + "|" + oneOf("courtesy") + "|\\s)*+");
    }

    /** The longest first; words in Latin letters are whole ones. */
    private String oneOf(String key) {
        return Stream.of(Language.values())
                .flatMap(language -> wording.alternatives(language, key).stream())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\p{IsLatin}'])(?:", ")(?![\\p{IsLatin}'])"));
    }
}
