package org.plainline.answering;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.plainline.knowledge.Finding;
import org.plainline.knowledge.SmsText;
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
            LocalDate due = CrisisLines.read(file, today).reviewedOn().plusDays(DAYS_BETWEEN_REVIEWS);
            return today.isAfter(due)
                    ? List.of(Finding.warning(file.toString(), 1, CRISIS, "the review was due on " + due))
                    : List.of();
        } catch (RuntimeException unusable) {
            return List.of(Finding.error(file.toString(), 1, CRISIS, firstLine(unusable)));
        }
    }

    private static String firstLine(RuntimeException unusable) {
        return String.valueOf(unusable.getMessage()).lines().findFirst().orElse("cannot be read");
    }
}
