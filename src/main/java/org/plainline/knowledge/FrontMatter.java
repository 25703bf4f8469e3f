package org.plainline.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The keys and values at the head of an article, each with its line.
 *
 * @param line where it begins
 */
record FrontMatter(int line, Map<String, Entry> entries) {
    /** The only shapes a value may have: anything deeper is not part of the format. */
    sealed interface Value {
        record Text(Written written) implements Value {}

        record Texts(List<Written> items) implements Value {}

        record Records(List<FrontMatter> items) implements Value {}

        default Value worded(UnaryOperator<String> wording) {
            return switch (this) {
                case Text(var written) -> new Text(written.worded(wording));
                case Texts(var items) ->
                    new Texts(items.stream().map(item -> item.worded(wording)).toList());
                case Records(var items) ->
                    new Records(items.stream().map(item -> item.worded(wording)).toList());
            };
        }
    }

    /** @param line of the key */
    record Entry(int line, Value value) {}

    FrontMatter {
        entries = new LinkedHashMap<>(entries);
    }

    FrontMatter worded(UnaryOperator<String> wording) {
        Map<String, Entry> others = new LinkedHashMap<>();
        entries.forEach((key, entry) ->
                others.put(key, new Entry(entry.line(), entry.value().worded(wording))));
        return new FrontMatter(line, others);
    }

    /** Empty when the key is missing, blank or holds something else; {@link KeysRule} has said so then. */
    Optional<Written> text(String key) {
        return entries.get(key) instanceof Entry(var _, Value.Text(var written))
                        && !written.text().isBlank()
                ? Optional.of(written)
                : Optional.empty();
    }

    List<Written> texts(String key) {
        return entries.get(key) instanceof Entry(var _, Value.Texts(var items)) ? items : List.of();
    }

    List<FrontMatter> records(String key) {
        return entries.get(key) instanceof Entry(var _, Value.Records(var items)) ? items : List.of();
    }

    /** Where a finding about the key belongs: its line, or the head's when it is missing. */
    int lineOf(String key) {
        Entry entry = entries.get(key);
        return entry == null ? line : entry.line();
    }
}
