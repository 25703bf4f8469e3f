package org.plainline.resident;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The file that says which places the service is for and who answers there; each module reads its own section. */
public final class ServiceArea {
    private final Path file;
    private final Map<String, List<ServiceAreaEntry>> sections;

    private ServiceArea(Path file, Map<String, List<ServiceAreaEntry>> sections) {
        this.file = file;
        this.sections = sections;
    }

    /** @throws ServiceAreaRefused naming file, line and what is wrong there */
    public static ServiceArea read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Node root = new Yaml(new LoaderOptions()).compose(reader);
            if (root == null) {
                throw new ServiceAreaRefused(file, 1, "the file is empty");
            }
            return new ServiceArea(file, sections(file, root));
        } catch (MarkedYAMLException notYaml) {
            throw new ServiceAreaRefused(file, notYaml.getProblemMark().getLine() + 1, notYaml.getProblem());
        } catch (IOException unreadable) {
            throw new ServiceAreaRefused(file, 1, "cannot be read as UTF-8 text (" + unreadable + ")");
        }
    }

    /** The entries of a section in their order, each with an id of its own; at least one. */
    public List<ServiceAreaEntry> entries(String section) {
        List<ServiceAreaEntry> entries = sections.getOrDefault(section, List.of());
        if (entries.isEmpty()) {
            throw new ServiceAreaRefused(file, 1, "there are no " + section);
        }
        Set<String> ids = new HashSet<>();
        for (ServiceAreaEntry entry : entries) {
            if (!ids.add(entry.id())) {
                throw entry.refuse("the id " + entry.id() + " is used twice");
            }
        }
        return entries;
    }

    public Places places() {
        return new Places(entries("places").stream().map(ServiceArea::place).toList());
    }

    private static Place place(ServiceAreaEntry entry) {
        entry.knowsOnly("id", "zh", "en", "aliases");
        return new Place(entry.id(), entry.text("zh"), entry.text("en"), entry.texts("aliases"));
    }

    private static Map<String, List<ServiceAreaEntry>> sections(Path file, Node root) {
        Map<String, List<ServiceAreaEntry>> sections = new LinkedHashMap<>();
        fields(file, root).forEach((name, value) -> sections.put(name, entries(file, value)));
        return sections;
    }

    private static List<ServiceAreaEntry> entries(Path file, Node section) {
        if (!(section instanceof SequenceNode list)) {
            throw refuse(file, section, "a list was expected here");
        }
        List<ServiceAreaEntry> entries = new ArrayList<>();
        for (Node item : list.getValue()) {
            entries.add(new ServiceAreaEntry(file, item.getStartMark().getLine() + 1, fields(file, item)));
        }
        return entries;
    }

    private static Map<String, Node> fields(Path file, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw refuse(file, node, "\"name: value\" was expected here");
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        mapping.getValue().forEach(field -> {
            if (!(field.getKeyNode() instanceof ScalarNode key)
                    || fields.put(key.getValue(), field.getValueNode()) != null) {
                throw refuse(file, field.getKeyNode(), "this name stands here twice, or is none");
            }
        });
        return fields;
    }

    private static ServiceAreaRefused refuse(Path file, Node node, String why) {
        return new ServiceAreaRefused(file, node.getStartMark().getLine() + 1, why);
    }
}
