package org.plainline.knowledge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.plainline.resident.Language;

/** A number, date or phone number in the short or spoken answer must stand in the full text, where its source is. */
final class FiguresRule implements ArticleRule {
    @Override
    public void check(Manuscript manuscript, Findings findings) {
        Language language = manuscript.language();
        Set<BigDecimal> stated = Figures.stated(manuscript.answers(), language);
        if (Figures.digits(manuscript.body()).containsAll(stated)) {
            return;
        }
        Set<BigDecimal> known = Figures.all(manuscript.body(), language);
        for (Written answer : manuscript.answers()) {
            Figures.missing(Figures.stated(List.of(answer), language), known)
                    .forEach(figure ->
                            findings.add(answer.line(), "figures", figure + " does not stand in the full text"));
        }
    }
}
