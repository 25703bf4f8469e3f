package org.plainline.console;

import java.util.UUID;

/**
 * One line of the talk.
 *
 * @param side {@code resident}, {@code service} or {@code caseworker}
 * @param who in the reader's words
 * @param delivery code of what became of a text, empty for lines that are none
 * @param delivered the same in the reader's words
 */
record TalkLine(
        UUID id,
        String side,
        String who,
        String channel,
        String text,
        String iso,
        String at,
        String delivery,
        String delivered) {}
