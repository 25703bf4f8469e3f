package org.plainline.voiceflow;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Where in the file a part of the flow stands. */
final class FlowLines {
    private final @Nullable Node root;
    private final int broken;

    private FlowLines(@Nullable Node root, int broken) {
        this.root = root;
        this.broken = broken;
    }

    static FlowLines of(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new FlowLines(new Yaml(new LoaderOptions()).compose(reader), 1);
        } catch (MarkedYAMLException malformed) {
            return new FlowLines(null, malformed.getProblemMark().getLine() + 1);
        }
    }

    /** The line of the last of the nested keys that there is; of the first fault when the file is not YAML. */
    int of(String... keys) {
        int line = broken;
        Node node = root;
        for (String key : keys) {
            NodeTuple tuple = node instanceof MappingNode mapping ? tuple(mapping, key) : null;
            if (tuple == null) {
                return line;
            }
            line = tuple.getKeyNode().getStartMark().getLine() + 1;
            node = tuple.getValueNode();
        }
        return line;
    }

    private static @Nullable NodeTuple tuple(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .findFirst()
                .orElse(null);
    }
}
