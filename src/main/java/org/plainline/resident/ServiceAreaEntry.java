package org.plainline.resident;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One place or team in the file of the service area, which knows where it stands. */
public final class ServiceAreaEntry {
    private final Path file;
    private final int line;
    private final Map<String, Node> fields;

    ServiceAreaEntry(Path file, int line, Map<String, Node> fields) {
        this.file = file;
        this.line = line;
        this.fields = fields;
    }

    /** Lower-case letters, digits and hyphens. */
    public String id() {
        String id = text("id");
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw refuse("the id '" + id + "' may only have lower-case letters, digits and hyphens");
        }
        return id;
    }

    public String text(String field) {
        return optional(field).orElseThrow(() -> refuse("'" + field + "' is missing or empty"));
    }

    public Optional<String> optional(String field) {
        return Optional.ofNullable(fields.get(field)).map(this::scalar).filter(text -> !text.isBlank());
    }

    /** Empty when the field is missing. */
    public List<String> texts(String field) {
        return switch (fields.get(field)) {
            case null -> List.of();
            case SequenceNode list -> list.getValue().stream().map(this::scalar).toList();
            default -> throw refuse("'" + field + "' has to be a list, like [one, two]");
        };
    }

    /** Whether the field is the word {@code any} instead of a list. */
    public boolean isAny(String field) {
        return fields.get(field) instanceof ScalarNode scalar
                && scalar.getValue().equals("any");
    }

    /** Refuses misspelt names, which would otherwise be silently without effect. */
    public void knowsOnly(String... known) {
        for (String field : fields.keySet()) {
            if (!Set.of(known).contains(field)) {
                throw refuse("'" + field + "' means nothing here; known are " + String.join(", ", known));
            }
        }
    }

    public ServiceAreaRefused refuse(String why) {
        return new ServiceAreaRefused(file, line, why);
    }

    private String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        throw new ServiceAreaRefused(file, node.getStartMark().getLine() + 1, "a single text was expected here");
    }
}
