package org.plainline.knowledge;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;

/**
 * What a deployment knows about its own places, from {@code local.yaml}: sums, limits and numbers that no article for
 * the whole country can hold.
 */
record LocalValues(Map<String, Map<String, Value>> byPlace) {
    static final String FILE = "local.yaml";
    /** Stands in for all places that have no value of their own. */
    static final String EVERYWHERE = "everywhere";

    static final LocalValues NONE = new LocalValues(Map.of());

    /** @param line counted from 1 */
    record Value(int line, String zh, String en) {
        String in(Language language) {
            return language == Language.ZH ? zh : en;
        }
    }

    LocalValues {
        byPlace = new TreeMap<>(byPlace);
    }

    Set<String> places() {
        return byPlace.keySet();
    }

    /** The article as it reads in that place; null when nobody knows which it is. */
    Article in(@Nullable String place, Article article) {
        return article.worded(text -> fill(text, place, article.language()));
    }

    String fill(String text, @Nullable String place, Language language) {
        return Placeholder.filled(text, key -> value(place, key).map(value -> value.in(language)));
    }

    private Optional<Value> value(@Nullable String place, String key) {
        return Stream.of(Optional.ofNullable(place).orElse(EVERYWHERE), EVERYWHERE)
                .map(where -> byPlace.getOrDefault(where, Map.of()).get(key))
                .flatMap(Stream::ofNullable)
                .findFirst();
    }
}
