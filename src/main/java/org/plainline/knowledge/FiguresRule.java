package org.plainline.knowledge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** A number, date or phone number in the short or spoken answer must stand in the full text, where its source is. */
final class FiguresRule implements ArticleRule {
    @Override
    public void check(Manuscript manuscript, Findings findings) {
        Set<BigDecimal> known = Figures.all(manuscript.body(), manuscript.language());
        for (Written answer : manuscript.answers()) {
            Figures.missing(Figures.stated(List.of(answer), manuscript.language()), known)
                    .forEach(figure ->
                            findings.add(answer.line(), "figures", figure + " does not stand in the full text"));
        }
    }
}
