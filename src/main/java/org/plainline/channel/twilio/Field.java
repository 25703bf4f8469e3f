package org.plainline.channel.twilio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One field of a form, decoded and otherwise exactly as it was sent. */
public record Field(String name, String value) {
    /**
     * Stricter than the usual decoders, which put a replacement for what they cannot read: a signature over such a
     * replacement would say nothing about what was sent.
     *
     * @param body {@code application/x-www-form-urlencoded}
     * @throws CharacterCodingException when an escape is malformed or the decoded bytes are not UTF-8
     */
    static List<Field> decode(byte[] body) throws CharacterCodingException {
        List<Field> fields = new ArrayList<>();
        int start = 0;
        for (int end = 0; end <= body.length; end++) {
            if (end == body.length || body[end] == '&') {
                if (end > start) {
                    fields.add(one(body, start, end));
                }
                start = end + 1;
            }
        }
        return fields;
    }

    private static Field one(byte[] body, int start, int end) throws CharacterCodingException {
        int equals = start;
        while (equals < end && body[equals] != '=') {
            equals++;
        }
        return new Field(text(body, start, equals), text(body, Math.min(equals + 1, end), end));
    }

    private static String text(byte[] body, int start, int end) throws CharacterCodingException {
        var decoded = new ByteArrayOutputStream(end - start);
        for (int at = start; at < end; at++) {
            if (body[at] == '%') {
                decoded.write(hex(body, at + 1, end) << 4 | hex(body, at + 2, end));
                at += 2;
            } else {
                decoded.write(body[at] == '+' ? ' ' : body[at]);
            }
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(decoded.toByteArray()))
                .toString();
    }

    private static int hex(byte[] body, int at, int end) throws CharacterCodingException {
        int digit = at < end ? Character.digit(body[at], 16) : -1;
        if (digit < 0) {
            throw new CharacterCodingException();
        }
        return digit;
    }
}
