package org.plainline.knowledge;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainline.knowledge.FrontMatter.Entry;
import org.plainline.knowledge.FrontMatter.Value;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML as a tree of texts with their lines. It composes nodes and never constructs objects, so no tag in a file
 * can name a Java type, and {@code 2026-07-01} stays the text that was written.
 */
final class FrontMatterReader {
    private static final String RULE = "front-matter";
    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.SEQ, Tag.MAP);

    private final int firstLine;
    private final Findings findings;

    /** @param firstLine number, in the file, of the first line of YAML */
    FrontMatterReader(int firstLine, Findings findings) {
        this.firstLine = firstLine;
        this.findings = findings;
    }

    Optional<FrontMatter> read(String yaml) {
        try {
            if (new Yaml(limits()).compose(new StringReader(yaml)) instanceof MappingNode mapping) {
                return Optional.of(frontMatter(mapping));
            }
            findings.add(1, RULE, "must be a list of 'key: value' lines");
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            findings.add(mark == null ? 1 : firstLine + mark.getLine(), RULE, problem(broken));
        } catch (YAMLException broken) {
            findings.add(1, RULE, problem(broken));
        }
        return Optional.empty();
    }

    private static LoaderOptions limits() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(8);
        return options;
    }

    private static String problem(YAMLException broken) {
        String problem = broken instanceof MarkedYAMLException marked ? marked.getProblem() : broken.getMessage();
        return "is not YAML: " + String.valueOf(problem).lines().findFirst().orElse("unreadable");
    }

    private FrontMatter frontMatter(MappingNode mapping) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = line(tuple.getKeyNode());
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            Value value = value(tuple.getValueNode());
            if (entries.containsKey(key)) {
                findings.add(line, "duplicate-key", "'" + key + "' is written twice");
            } else if (value == null) {
                findings.add(line, RULE, "'" + key + "' must be a text, a list of texts or a list of sources");
            } else {
                entries.put(key, new Entry(line, value));
            }
        }
        return new FrontMatter(line(mapping), entries);
    }

    private @Nullable Value value(Node node) {
        if (!PLAIN.contains(node.getTag())) {
            findings.add(line(node), RULE, "must not have a YAML tag: " + node.getTag());
        }
        return switch (node) {
            case ScalarNode scalar -> new Value.Text(written(scalar));
            case SequenceNode sequence -> list(sequence.getValue());
            default -> null;
        };
    }

    private Value list(List<Node> nodes) {
        List<FrontMatter> records = new ArrayList<>();
        List<Written> texts = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof MappingNode mapping) {
                records.add(frontMatter(mapping));
            }
            texts.add(node instanceof ScalarNode scalar ? written(scalar) : new Written("?", line(node)));
            if (node instanceof SequenceNode) {
                findings.add(line(node), RULE, "a list must not hold another list");
            }
        }
        if (!records.isEmpty() && records.size() == nodes.size()) {
            return new Value.Records(records);
        }
        // What this mostly is: a question with a colon and a space in it, which YAML takes for a key.
        records.forEach(
                record -> findings.add(record.line(), RULE, "a text with ': ' in it must stand in quotation marks"));
        return new Value.Texts(texts);
    }

    private Written written(ScalarNode scalar) {
        return new Written(scalar.getValue().strip(), line(scalar));
    }

    private int line(Node node) {
        return firstLine + node.getStartMark().getLine();
    }
}
