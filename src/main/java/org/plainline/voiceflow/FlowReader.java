package org.plainline.voiceflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.plainline.resident.Wording;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a flow and refuses one in which a caller could get stuck. */
final class FlowReader {
    /** Actions that need no node: see {@link VoiceFlow}. */
    static final Set<String> ACTIONS =
            Set.of("said", "person", "repeat", "slower", "back", "text-me", "switch-language", "goodbye");

    private final Path file;
    private final Wording wording;
    private final List<String> mistakes = new ArrayList<>();

    private FlowReader(Path file, Wording wording) {
        this.file = file;
        this.wording = wording;
    }

    /** @throws IllegalStateException naming the file and every mistake in it */
    static FlowFile read(Path file, Wording wording) {
        return new FlowReader(file, wording).read();
    }

    private FlowFile read() {
        FlowFile flow;
        try {
            flow = YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(file.toFile(), FlowFile.class);
        } catch (JacksonException malformed) {
            throw new IllegalStateException(file + ": " + malformed.getOriginalMessage(), malformed);
        }
        check(flow);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("The call flow cannot be used:\n" + String.join("\n", mistakes));
        }
        return flow;
    }

    private void check(FlowFile flow) {
        target(flow, "start", flow.start());
        if (!"person".equals(flow.everywhere().get("0"))) {
            mistakes.add(file + ": everywhere: key 0 must lead to a person");
        }
        flow.everywhere().forEach((key, target) -> target(flow, "everywhere: " + key, target));
        flow.replies().forEach((kind, target) -> target(flow, "replies: " + kind, target));
        flow.nodes().forEach((name, node) -> check(flow, name, node));
        unreachable(flow);
    }

    private void check(FlowFile flow, String name, FlowFile.Node node) {
        node.say().stream()
                .filter(say -> !say.equals("reply") && !wording.has(say))
                .forEach(say -> mistakes.add(file + ": " + name + ": no wording '" + say + "'"));
        node.keys().forEach((key, target) -> {
            if (flow.everywhere().containsKey(key)) {
                mistakes.add(file + ": " + name + ": key " + key + " already means something everywhere");
            }
            if (!target.startsWith("said ")) {
                target(flow, name + ": key " + key, target);
            }
        });
        if (node.lost() == null) {
            mistakes.add(file + ": " + name + ": says nothing about 'lost', the second silence in a row");
        } else {
            target(flow, name + ": lost", node.lost());
        }
    }

    private void target(FlowFile flow, String where, String target) {
        if (!ACTIONS.contains(target) && !flow.nodes().containsKey(target)) {
            mistakes.add(file + ": " + where + ": there is no node or action '" + target + "'");
        }
    }

    private void unreachable(FlowFile flow) {
        Set<String> unseen = new LinkedHashSet<>(flow.nodes().keySet());
        unseen.remove(flow.start());
        Stream.of(flow.everywhere(), flow.replies()).map(Map::values).forEach(unseen::removeAll);
        flow.nodes().values().forEach(node -> {
            unseen.removeAll(node.keys().values());
            unseen.remove(node.lost());
        });
        unseen.forEach(name -> mistakes.add(file + ": " + name + ": nothing leads here"));
    }
}
