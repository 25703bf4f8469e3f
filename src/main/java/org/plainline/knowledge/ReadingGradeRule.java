package org.plainline.knowledge;

import java.util.List;
import java.util.Locale;

/** English that a child of eleven can read: the short answer, the spoken answer and the full text, each for itself. */
final class ReadingGradeRule implements ArticleRule {
    private static final double HARD = 6;
    private static final double TOO_HARD = 8;

    @Override
    public void check(Manuscript manuscript, Findings findings) {
        if (manuscript.isEnglish()) {
            FrontMatter front = manuscript.front();
            check(
                    "short answer",
                    front.lineOf("short"),
                    front.text("short").stream().toList(),
                    findings);
            check("spoken answer", front.lineOf("spoken"), front.texts("spoken"), findings);
            List<Written> body = manuscript.body();
            check("full text", body.isEmpty() ? front.line() : body.getFirst().line(), body, findings);
        }
    }

    private static void check(String part, int line, List<Written> texts, Findings findings) {
        double grade = ReadingGrade.of(texts);
        String message = "the " + part + " reads at grade " + String.format(Locale.ROOT, "%.1f", grade);
        if (grade > TOO_HARD) {
            findings.add(line, "reading-grade", message + ", at most 8");
        } else if (grade > HARD) {
            findings.warn(line, "reading-grade", message + ", aim at 6");
        }
    }
}
