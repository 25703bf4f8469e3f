package org.plainline.knowledge;

import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plainline.knowledge.LocalValues.Value;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code place: {key: value}}, or says line by line what is wrong with it. */
final class LocalValuesReader {
    private static final String RULE = "local";

    private final Findings findings;

    private LocalValuesReader(Findings findings) {
        this.findings = findings;
    }

    static LocalValues read(String yaml, Findings findings) {
        return new LocalValuesReader(findings).read(yaml);
    }

    private LocalValues read(String yaml) {
        Map<String, Map<String, Value>> byPlace = new HashMap<>();
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            // Only comments: nothing is set locally.
            if (root != null) {
                fields(root).forEach((place, values) -> byPlace.put(place, values(values)));
            }
        } catch (MarkedYAMLException broken) {
            findings.add(broken.getProblemMark().getLine() + 1, RULE, "is not YAML: " + broken.getProblem());
        } catch (YAMLException broken) {
            findings.add(1, RULE, "is not YAML");
        }
        return new LocalValues(byPlace);
    }

    private Map<String, Value> values(Node node) {
        Map<String, Value> values = new HashMap<>();
        fields(node).forEach((key, value) -> values.put(key, value(key, value)));
        return values;
    }

    /** One text for both languages, such as a telephone number, or one for each. */
    private Value value(String key, Node node) {
        String zh;
        String en;
        if (node instanceof ScalarNode both) {
            zh = both.getValue();
            en = zh;
        } else {
            Map<String, Node> byLanguage = fields(node);
            zh = text(byLanguage.get("zh"));
            en = text(byLanguage.get("en"));
        }
        if (zh.isBlank() || en.isBlank()) {
            findings.add(line(node), RULE, "'" + key + "' needs a text, or one under zh and one under en");
        }
        return new Value(line(node), zh.strip(), en.strip());
    }

    private static String text(@org.jspecify.annotations.Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private Map<String, Node> fields(Node node) {
        Map<String, Node> fields = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            findings.add(line(node), RULE, "must be 'name: value' lines");
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text(tuple.getKeyNode());
            if (fields.put(name, tuple.getValueNode()) != null) {
                findings.add(line(tuple.getKeyNode()), RULE, "'" + name + "' is written twice");
            }
        }
        return fields;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
