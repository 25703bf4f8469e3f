package org.plainline.knowledge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plainline.resident.Language;

/** Both languages state the same numbers. A warning only, because 半年 and "six months" are the same as well. */
final class FiguresPairRule implements FolderRule {
    @Override
    public Stream<Finding> check(Drafts drafts) {
        return drafts.pairs()
                .flatMap(pair -> Stream.concat(
                        differing(pair.chinese(), Language.ZH, pair.english(), Language.EN, "English"),
                        differing(pair.english(), Language.EN, pair.chinese(), Language.ZH, "Chinese")));
    }

    private static Stream<Finding> differing(
            Draft draft, Language language, Draft other, Language otherLanguage, String otherName) {
        Set<BigDecimal> known = Figures.all(other.written().told(), otherLanguage);
        return draft.written().told().stream()
                .flatMap(text -> Figures.missing(Figures.stated(List.of(text), language), known).stream()
                        .map(figure -> draft.warning(
                                text.line(), "figures-pair", figure + " does not stand in the " + otherName)));
    }
}
