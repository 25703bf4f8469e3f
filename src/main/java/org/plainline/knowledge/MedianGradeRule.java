package org.plainline.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plainline.resident.Language;

/** Half of the English articles are no harder than grade 6. */
final class MedianGradeRule implements FolderRule {
    private static final double MOST = 6;

    @Override
    public Stream<Finding> check(Drafts drafts) {
        List<Draft> easiestFirst = drafts.in(Language.EN)
                .sorted((one, other) -> Double.compare(grade(one), grade(other)))
                .toList();
        if (easiestFirst.isEmpty()) {
            return Stream.empty();
        }
        Draft middle = easiestFirst.get(easiestFirst.size() / 2);
        return grade(middle) <= MOST
                ? Stream.empty()
                : Stream.of(middle.error(
                        1,
                        "median-grade",
                        "half of the English articles read at grade "
                                + String.format(Locale.ROOT, "%.1f", grade(middle)) + " or more, aim at 6"));
    }

    private static double grade(Draft draft) {
        return ReadingGrade.of(draft.written().told());
    }
}
