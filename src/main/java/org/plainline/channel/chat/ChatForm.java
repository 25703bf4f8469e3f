package org.plainline.channel.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainline.channel.CleanText;
import org.plainline.conversation.Reply;
import org.plainline.conversation.Reply.Kind;

/**
 * What a browser sent from the page.
 *
 * @param text as typed, without control characters
 * @param key of the button that was pressed, empty for the green one
 * @param turn the page's own random id; the same page sent twice carries the same one
 * @param asked what the page asked when it was sent, null when it asked nothing
 */
record ChatForm(
        String text, String key, String turn, @Nullable Kind asked) {
    static final int LONGEST_TEXT = 1_600;

    /**
     * @param freshTurn stands in where the browser sent none
     * @throws CharacterCodingException when a value is not UTF-8
     * @throws IllegalArgumentException when it is not a form at all
     */
    static ChatForm parse(byte[] body, String freshTurn) throws CharacterCodingException {
        Map<String, String> fields = new HashMap<>();
        for (String field : new String(body, ISO_8859_1).split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decode(field.substring(0, equals)), clean(decode(field.substring(equals + 1))));
            }
        }
        String turn = fields.getOrDefault("turn", "");
        return new ChatForm(
                fields.getOrDefault("text", ""),
                fields.getOrDefault("key", ""),
                turn.matches(Visits.TOKEN) ? turn : freshTurn,
                kind(fields.getOrDefault("asked", "")));
    }

    boolean isEmpty() {
        return key.isEmpty() && text.isEmpty();
    }

    /**
     * What the resident says: the words, or the button's key. A button with a time says both, so that a number typed
     * beside it is not lost.
     */
    String said(@Nullable Reply before) {
        if (key.isEmpty()) {
            return text;
        }
        if (asked != Kind.ASK_TIME || text.isEmpty() || before == null) {
            return key;
        }
        return label(before).map(label -> text + ", " + label).orElse(key);
    }

    private Optional<String> label(Reply before) {
        return before.options().stream()
                .filter(option -> option.key().equals(key))
                .map(Reply.Option::label)
                .findFirst();
    }

    /** In the middle of a request for help: an answer that means nothing without the question before it. */
    boolean answersAQuestion() {
        return asked == Kind.ASK_NEED || asked == Kind.ASK_PLACE || asked == Kind.ASK_TIME;
    }

    /** Whether the words are worth showing again: they are not yet said, or did not answer what was asked. */
    boolean keepsWords(Kind next) {
        return !text.isEmpty() && (key.isEmpty() ? answersAQuestion() && asked == next : next == Kind.ASK_NEED);
    }

    /**
     * The same words from the same page are one delivery. The words are part of it because a browser's back button can
     * bring up a page whose turn was used already: other words sent from there must not count as a repetition.
     */
    String delivery(String token, String said) {
        try {
            byte[] named = String.join("\n", token, turn, said).getBytes(UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(named);
            return "chat-" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Java's own decoder replaces what is not UTF-8 silently, so bytes first, then a strict reading. */
    private static String decode(String encoded) throws CharacterCodingException {
        byte[] bytes = URLDecoder.decode(encoded, ISO_8859_1).getBytes(ISO_8859_1);
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String clean(String value) {
        return CleanText.of(value.replace("\r\n", "\n")).strip();
    }

    private static @Nullable Kind kind(String name) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }
}
