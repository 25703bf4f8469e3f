package org.plainline.knowledge;

import java.util.stream.Stream;
import org.plainline.resident.SmsLength;

/** The whole message, not only the short answer, fits two SMS. */
final class SmsSegmentsRule implements FolderRule {
    private static final int MOST = 2;

    private final SmsText sms;
    private final LocalValues local;

    SmsSegmentsRule(SmsText sms, LocalValues local) {
        this.sms = sms;
        this.local = local;
    }

    @Override
    public Stream<Finding> check(Drafts drafts) {
        return drafts.all().stream().flatMap(draft -> Stream.concat(tooLong(draft), leftOut(draft)));
    }

    private Stream<Finding> tooLong(Draft draft) {
        int segments = segments(draft.article());
        return segments <= MOST
                ? Stream.empty()
                : Stream.of(draft.error(
                        draft.lineOf("short"),
                        "sms-segments",
                        "with source and way on it takes " + segments + " SMS, at most " + MOST));
    }

    /** Callers and visitors hear the sentence all the same. */
    private Stream<Finding> leftOut(Draft draft) {
        return local.places().stream()
                .filter(place -> isLeftOut(local.in(place, draft.article())))
                .map(place -> draft.warning(
                        draft.lineOf("local"),
                        "sms-segments",
                        "'local' does not fit into two SMS with the value of " + place + " and is left out there"));
    }

    private boolean isLeftOut(Article article) {
        return article.local() != null && !sms.of(article).contains(article.local());
    }

    /** In the place where it is longest. */
    private int segments(Article article) {
        return Stream.concat(Stream.of(LocalValues.EVERYWHERE), local.places().stream())
                .mapToInt(place -> SmsLength.segments(sms.of(local.in(place, article))))
                .max()
                .orElseThrow();
    }
}
