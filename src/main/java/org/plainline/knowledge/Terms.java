package org.plainline.knowledge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.plainline.resident.Language;

/** A text as all the views of its language see it. */
record Terms(Map<View, List<String>> byView) {
    static Terms of(String text, Language language) {
        String folded = Folding.fold(text);
        Map<View, List<String>> byView = new EnumMap<>(View.class);
        View.of(language).forEach(view -> byView.put(view, view.terms(folded)));
        return new Terms(byView);
    }
}
