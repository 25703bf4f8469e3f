package org.plainline.voiceflow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flow as it stands in {@code voice-flows/*.yaml}.
 *
 * @param everywhere keys that mean the same at every node
 * @param replies node to go to for each kind of reply of the conversation
 */
record FlowFile(String start, Map<String, String> everywhere, Map<String, String> replies, Map<String, Node> nodes) {
    /**
     * @param say wordings to speak, or {@code reply} for what the conversation said
     * @param keys what each key does, on top of {@code everywhere}
     * @param speech what speech does; {@code said} where absent
     * @param chunks whether the reply is read chunk by chunk with a chance to speak after each
     * @param digits keys taken at once, 1 where absent
     * @param hints which words are likely, {@code topics}, {@code places} or none
     * @param lost what to do at the second miss in a row
     */
    record Node(
            List<String> say,
            Map<String, String> keys,
            @Nullable String speech,
            boolean chunks,
            int digits,
            @Nullable String hints,
            @Nullable String lost) {
        Node {
            say = say == null ? List.of() : List.copyOf(say);
            keys = keys == null ? Map.of() : Map.copyOf(keys);
            digits = Math.max(1, digits);
        }
    }
}
