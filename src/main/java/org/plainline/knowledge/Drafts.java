package org.plainline.knowledge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainline.resident.Language;

/** All the good articles of a folder. */
record Drafts(List<Draft> all) {
    /** One topic in both languages. */
    record Pair(Draft chinese, Draft english) {}

    Stream<Draft> in(Language language) {
        return all.stream().filter(draft -> draft.article().language() == language);
    }

    Stream<Pair> pairs() {
        Map<String, Draft> english = in(Language.EN)
                .collect(Collectors.toMap(draft -> draft.article().topic(), draft -> draft, (a, _) -> a, TreeMap::new));
        return in(Language.ZH)
                .flatMap(chinese -> Stream.ofNullable(
                                english.get(chinese.article().topic()))
                        .map(its -> new Pair(chinese, its)));
    }
}
