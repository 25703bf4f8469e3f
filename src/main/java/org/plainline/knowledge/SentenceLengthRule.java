package org.plainline.knowledge;

import java.util.List;
import java.util.Locale;
import org.plainline.resident.Language;

/** One idea a sentence: nobody who listens, or reads slowly, gets to the end of a long one. */
final class SentenceLengthRule implements ArticleRule {
    private static final String RULE = "sentence-length";
    private static final int MOST = 25;
    private static final int MEAN = 15;

    @Override
    public void check(Manuscript manuscript, Findings findings) {
        Language language = manuscript.language();
        String unit = manuscript.isEnglish() ? " words" : " characters";
        List<Written> sentences = Sentences.in(manuscript.told(), language);
        for (Written sentence : sentences) {
            long length = Sentences.length(sentence.text(), language);
            if (length > MOST) {
                findings.add(
                        sentence.line(),
                        RULE,
                        "'" + beginning(sentence.text()) + "' has " + length + unit + ", at most " + MOST);
            }
        }
        double mean = sentences.stream()
                .mapToLong(sentence -> Sentences.length(sentence.text(), language))
                .average()
                .orElse(0);
        if (mean > MEAN) {
            findings.add(
                    manuscript.front().line(),
                    RULE,
                    "sentences have " + String.format(Locale.ROOT, "%.1f", mean) + unit + " on average, at most "
                            + MEAN);
        }
    }

    private static String beginning(String sentence) {
        return sentence.length() <= 20 ? sentence : sentence.substring(0, 20) + "…";
    }
}
