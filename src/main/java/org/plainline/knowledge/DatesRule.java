package org.plainline.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** When the rule told in the article holds, and when somebody has to look at it again. */
final class DatesRule implements ArticleRule {
    @Override
    public void check(Manuscript manuscript, Findings findings) {
        FrontMatter front = manuscript.front();
        Optional<LocalDate> from = date(front, "effective-from", findings);
        Optional<LocalDate> to = date(front, "effective-to", findings);
        date(front, "reviewed-on", findings);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            findings.add(front.lineOf("effective-to"), "date", "'effective-to' is before 'effective-from'");
        }
        front.text("review-every")
                .filter(days -> !days.text().matches("[1-9]\\d{0,3}"))
                .ifPresent(days -> findings.add(days.line(), "review-every", "must be a number of days, 1 to 9999"));
    }

    private static Optional<LocalDate> date(FrontMatter front, String key, Findings findings) {
        return front.text(key).flatMap(written -> {
            try {
                return Optional.of(LocalDate.parse(written.text()));
            } catch (DateTimeParseException notADate) {
                findings.add(written.line(), "date", "'" + written.text() + "' is not a date, YYYY-MM-DD");
                return Optional.empty();
            }
        });
    }
}
