package org.plainline.knowledge;

import java.util.stream.Stream;
import org.plainline.resident.SmsLength;

/** The whole message, not only the short answer, fits two SMS. */
final class SmsSegmentsRule implements FolderRule {
    private static final int MOST = 2;

    private final SmsText sms;

    SmsSegmentsRule(SmsText sms) {
        this.sms = sms;
    }

    @Override
    public Stream<Finding> check(Drafts drafts) {
        return drafts.all().stream().flatMap(draft -> {
            int segments = SmsLength.segments(sms.of(draft.article()));
            return segments <= MOST
                    ? Stream.empty()
                    : Stream.of(draft.error(
                            draft.lineOf("short"),
                            "sms-segments",
                            "with source and way on it takes " + segments + " SMS, at most " + MOST));
        });
    }
}
