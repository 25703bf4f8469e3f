package org.plainline.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainline.resident.Language;

/**
 * A text as terms, and every passage that says it word for word: counties share paragraphs, and each is analysed and
 * indexed once.
 */
record Saying(Terms terms, List<Passage> passages) {
    /** In the order in which the passages first say them. */
    static List<Saying> of(List<Passage> passages, Language language) {
        Map<String, List<Passage>> byText = new LinkedHashMap<>();
        passages.forEach(passage ->
                byText.computeIfAbsent(passage.text(), _ -> new ArrayList<>()).add(passage));
        return byText.entrySet().parallelStream()
                .map(entry -> new Saying(Terms.of(entry.getKey(), language), entry.getValue()))
                .toList();
    }
}
