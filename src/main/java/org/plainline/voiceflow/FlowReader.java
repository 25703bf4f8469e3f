package org.plainline.voiceflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainline.resident.FileRefused;
import org.plainline.resident.Wording;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a flow and refuses one in which a caller could get stuck. */
final class FlowReader {
    /** Actions that need no node: see {@link VoiceFlow}. */
    static final Set<String> ACTIONS =
            Set.of("said", "person", "repeat", "slower", "back", "text-me", "switch-language", "goodbye");

    private static final String NODES = "nodes";

    private static final String REMEDY = "Mend it, or start in the folder that holds voice-flows, or name that:"
            + " PLAINLINE_VOICE_FLOWS=/path/to/it";

    private final Path file;
    private final Wording wording;
    private final FlowLines lines;
    private final List<FlowMistake> mistakes = new ArrayList<>();

    private FlowReader(Path file, Wording wording) throws IOException {
        this.file = file;
        this.wording = wording;
        this.lines = FlowLines.of(file);
    }

    /** @throws FileRefused naming the file and every mistake in it */
    static FlowFile read(Path file, Wording wording) {
        try {
            var reader = new FlowReader(file, wording);
            Optional<FlowFile> flow = reader.read();
            if (flow.isEmpty() || !reader.mistakes.isEmpty()) {
                throw new FileRefused(
                        "The call flow cannot be used:\n"
                                + reader.mistakes.stream()
                                        .map(FlowMistake::toString)
                                        .collect(Collectors.joining("\n")),
                        REMEDY,
                        null);
            }
            return flow.get();
        } catch (IOException missing) {
            throw new FileRefused("The call flow " + file + " cannot be read", REMEDY, missing);
        }
    }

    /** Everything that {@link #read} would refuse. */
    static List<FlowMistake> mistakes(Path file, Wording wording) {
        try {
            var reader = new FlowReader(file, wording);
            var _ = reader.read();
            return reader.mistakes;
        } catch (IOException missing) {
            return List.of(new FlowMistake(file, 1, "cannot be read"));
        }
    }

    private Optional<FlowFile> read() {
        try {
            FlowFile flow = YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(file.toFile(), FlowFile.class);
            check(flow);
            return Optional.of(flow);
        } catch (JacksonException malformed) {
            mistakes.add(new FlowMistake(
                    file,
                    line(malformed),
                    malformed.getOriginalMessage().lines().findFirst().orElse("is not YAML")));
            return Optional.empty();
        }
    }

    private int line(JacksonException malformed) {
        var location = malformed.getLocation();
        return location == null || location.getLineNr() < 1 ? lines.of() : location.getLineNr();
    }

    private void check(FlowFile flow) {
        target(flow, flow.start(), "start");
        if (!"person".equals(flow.everywhere().get("0"))) {
            mistake("key 0 must lead to a person", "everywhere", "0");
        }
        flow.everywhere().forEach((key, target) -> target(flow, target, "everywhere", key));
        flow.replies().forEach((kind, target) -> target(flow, target, "replies", kind));
        flow.nodes().forEach((name, node) -> check(flow, name, node));
        unreachable(flow);
    }

    private void check(FlowFile flow, String name, FlowFile.Node node) {
        node.say().stream()
                .filter(say -> !say.equals("reply") && !wording.has(say))
                .forEach(say -> mistake("no wording '" + say + "'", NODES, name, "say"));
        node.keys().forEach((key, target) -> {
            if (flow.everywhere().containsKey(key)) {
                mistake("key " + key + " already means something everywhere", NODES, name, "keys", key);
            }
            if (!target.startsWith("said ")) {
                target(flow, target, NODES, name, "keys", key);
            }
        });
        if (node.lost() == null) {
            mistake("says nothing about 'lost', the second silence in a row", NODES, name);
        } else {
            target(flow, node.lost(), NODES, name, "lost");
        }
    }

    private void target(FlowFile flow, String target, String... where) {
        if (!ACTIONS.contains(target) && !flow.nodes().containsKey(target)) {
            mistake("there is no node or action '" + target + "'", where);
        }
    }

    /** @param where the nested keys that lead to it */
    private void mistake(String what, String... where) {
        String named = String.join(" ", where).replaceFirst("^" + NODES + " ", "");
        mistakes.add(new FlowMistake(file, lines.of(where), named + ": " + what));
    }

    private void unreachable(FlowFile flow) {
        Set<String> unseen = new LinkedHashSet<>(flow.nodes().keySet());
        unseen.remove(flow.start());
        Stream.of(flow.everywhere(), flow.replies()).map(Map::values).forEach(unseen::removeAll);
        flow.nodes().values().forEach(node -> {
            unseen.removeAll(node.keys().values());
            unseen.remove(node.lost());
        });
        unseen.forEach(name -> mistake("nothing leads here", NODES, name));
    }
}
