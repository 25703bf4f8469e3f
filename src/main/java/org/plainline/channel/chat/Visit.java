package org.plainline.channel.chat;

import org.jspecify.annotations.Nullable;
import org.plainline.conversation.Reply;
import org.plainline.resident.Language;

/**
 * Who is at the page, as far as the page knows.
 *
 * @param token names the talk; 128 random bits
 * @param known the browser brought the token, rather than being given it now
 * @param chosen the language asked for with the switch; null when it was not used
 * @param preferred the language the browser asks for
 */
record Visit(String token, boolean known, @Nullable Language chosen, Language preferred) {
    Language language(@Nullable Reply reply) {
        if (chosen != null) {
            return chosen;
        }
        return reply == null ? preferred : reply.language();
    }

    /** The page's address, which keeps the chosen language and nothing else. */
    String address() {
        return chosen == null ? "/" : "/?lang=" + chosen.code();
    }

    /** The same visit once something was said in it. */
    Visit begun() {
        return new Visit(token, true, chosen, preferred);
    }
}
