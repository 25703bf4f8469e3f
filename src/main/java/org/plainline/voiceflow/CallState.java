package org.plainline.voiceflow;

import java.util.List;
import org.plainline.resident.Language;

/**
 * Where a call stands; all there is to remember between two steps.
 *
 * @param node the node being heard
 * @param misses how often in a row nothing useful was heard at this node
 * @param chunk index of the chunk of {@code content} being read
 * @param content what the conversation said last, in chunks
 */
public record CallState(String node, Language language, boolean slowly, int misses, int chunk, List<String> content) {
    CallState at(String node) {
        return new CallState(node, language, slowly, 0, 0, content);
    }

    CallState missed() {
        return new CallState(node, language, slowly, misses + 1, chunk, content);
    }

    CallState heard() {
        return new CallState(node, language, slowly, 0, chunk, content);
    }

    CallState reading(int chunk) {
        return new CallState(node, language, slowly, 0, chunk, content);
    }

    CallState slower() {
        return new CallState(node, language, true, misses, chunk, content);
    }

    CallState speaking(Language language) {
        return new CallState(node, language, slowly, misses, chunk, content);
    }

    CallState with(List<String> content) {
        return new CallState(node, language, slowly, 0, 0, List.copyOf(content));
    }
}
