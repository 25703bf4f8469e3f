package org.plainline.knowledge;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plainline.knowledge.LocalValues.Value;
import org.plainline.resident.Place;
import org.plainline.resident.Places;

/** A value for a place that is not served, or under a name that no article uses, would never be said. */
final class LocalValuesRule implements FolderRule {
    private static final String RULE = "local";

    private final String path;
    private final LocalValues local;
    private final Places places;

    LocalValuesRule(String path, LocalValues local, Places places) {
        this.path = path;
        this.local = local;
        this.places = places;
    }

    @Override
    public Stream<Finding> check(Drafts drafts) {
        Set<String> used = new TreeSet<>();
        drafts.all()
                .forEach(draft -> draft.article().worded(text -> {
                    used.addAll(Placeholder.keys(text));
                    return text;
                }));
        return local.byPlace().entrySet().stream()
                .flatMap(entry -> Stream.concat(place(entry.getKey(), entry.getValue()), keys(entry.getValue(), used)));
    }

    private Stream<Finding> place(String place, Map<String, Value> values) {
        if (place.equals(LocalValues.EVERYWHERE) || places.byId(place).isPresent()) {
            return Stream.empty();
        }
        int line = values.values().stream().mapToInt(Value::line).min().orElse(1);
        return Stream.of(Finding.error(
                path,
                line,
                RULE,
                "there is no place '" + place + "'; one of "
                        + String.join(", ", places.all().stream().map(Place::id).toList()) + ", "
                        + LocalValues.EVERYWHERE));
    }

    private Stream<Finding> keys(Map<String, Value> values, Set<String> used) {
        return values.entrySet().stream()
                .filter(entry -> !used.contains(entry.getKey()))
                .map(entry -> Finding.error(
                        path, entry.getValue().line(), RULE, "no article has a place for '" + entry.getKey() + "'"));
    }
}
