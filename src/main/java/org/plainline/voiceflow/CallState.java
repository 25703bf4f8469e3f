package org.plainline.voiceflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;

/**
 * Where a call stands; all there is to remember between two steps.
 *
 * @param node the node being heard
 * @param misses how often in a row nothing useful was heard at this node
 * @param chunk index of the chunk of {@code content} being read
 * @param first what the conversation said last and nobody may talk over; empty nearly always
 * @param content what the conversation said last, in chunks
 */
public record CallState(
        String node,
        Language language,
        boolean slowly,
        int misses,
        int chunk,
        @Nullable List<String> first,
        List<String> content) {
    CallState at(String node) {
        return new CallState(node, language, slowly, 0, 0, first, content);
    }

    CallState missed() {
        return new CallState(node, language, slowly, misses + 1, chunk, first, content);
    }

    CallState heard() {
        return new CallState(node, language, slowly, 0, chunk, first, content);
    }

    CallState reading(int chunk) {
        return new CallState(node, language, slowly, 0, chunk, first, content);
    }

    CallState slower() {
        return new CallState(node, language, true, misses, chunk, first, content);
    }

    CallState speaking(Language language) {
        return new CallState(node, language, slowly, misses, chunk, first, content);
    }

    CallState with(List<String> first, List<String> content) {
        return new CallState(node, language, slowly, 0, 0, List.copyOf(first), List.copyOf(content));
    }
}
