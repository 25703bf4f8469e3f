package org.plainline.knowledge;

import java.time.LocalDate;
import java.util.stream.Stream;

/** What is out of force, or has not been looked at for too long, is not given to residents. */
final class ReviewRule implements FolderRule {
    private final LocalDate today;

    ReviewRule(LocalDate today) {
        this.today = today;
    }

    @Override
    public Stream<Finding> check(Drafts drafts) {
        return drafts.all().stream().flatMap(draft -> Stream.concat(force(draft), review(draft)));
    }

    private Stream<Finding> force(Draft draft) {
        Article article = draft.article();
        if (today.isBefore(article.effectiveFrom())) {
            return Stream.of(draft.warning(
                    draft.lineOf("effective-from"), "effective", "is not given before " + article.effectiveFrom()));
        }
        return article.inForceOn(today)
                ? Stream.empty()
                : Stream.of(draft.error(draft.lineOf("effective-to"), "expired", "ended on " + article.effectiveTo()));
    }

    private Stream<Finding> review(Draft draft) {
        Article article = draft.article();
        int line = draft.lineOf("reviewed-on");
        return switch (article.reviewOn(today)) {
            case CURRENT -> Stream.empty();
            case OVERDUE -> Stream.of(draft.warning(line, "review", "the review was due on " + article.reviewDue()));
            case LAPSED ->
                Stream.of(draft.error(
                        line, "review", "the review was due on " + article.reviewDue() + "; the answer is withheld"));
        };
    }
}
