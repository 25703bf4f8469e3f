package org.plainline.answering;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.plainline.knowledge.Finding;
import org.plainline.knowledge.SmsText;
import org.plainline.resident.FileRefused;
import org.plainline.resident.Wording;

/** What only this module can tell an editor: how an answer reads, and whether the crisis lines can be given. */
public final class AnswerCheck {
    private static final String CRISIS = "crisis-lines";

    /** Crisis lines are looked at this often, whatever their date of expiry. */
    private static final int DAYS_BETWEEN_REVIEWS = 90;

    private AnswerCheck() {}

    /** A text message as residents get it. */
    public static SmsText sms() {
        return new Renderer(Wording.of("answering"))::sms;
    }

    /** What would keep the service from starting, or is due for review. */
    public static List<Finding> crisisLines(Path file, LocalDate today) {
        try {
            return due(file, CrisisLines.read(file, today), today);
        } catch (FileRefused refused) {
            return List.of(crisisLinesRefused(file, String.valueOf(refused.getMessage())));
        }
    }

    /** A service that was started in time goes on giving lines that have expired. */
    static List<Finding> due(Path file, CrisisLines lines, LocalDate today) {
        LocalDate due = lines.reviewedOn().plusDays(DAYS_BETWEEN_REVIEWS);
        if (today.isAfter(lines.expiresOn())) {
            return List.of(Finding.error(file.toString(), 1, CRISIS, "expired on " + lines.expiresOn()));
        }
        return today.isAfter(due)
                ? List.of(Finding.warning(file.toString(), 1, CRISIS, "the review was due on " + due))
                : List.of();
    }

    static Finding crisisLinesRefused(Path file, String why) {
        return Finding.error(file.toString(), 1, CRISIS, why.lines().findFirst().orElse("cannot be read"));
    }
}
