package org.plainline.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.plainline.evaluation.TestSet.Document;
import org.plainline.knowledge.Article;
import org.plainline.knowledge.Section;
import org.plainline.resident.Language;
import org.plainline.resident.Need;

/** Documents of a set as articles: a title and one section, without any of what editors add for finding. */
final class Corpus {
    private Corpus() {}

    static List<Article> articles(List<Document> documents, Language language) {
        return documents.stream().map(document -> article(document, language)).toList();
    }

    private static Article article(Document document, Language language) {
        return new Article(
                document._id(),
                language,
                Objects.requireNonNullElse(document.title(), ""),
                Need.SERVICE,
                List.of(),
                List.of(),
                "",
                List.of(),
                null,
                List.of(new Section(Section.Kind.WHAT, "", document.text())),
                List.of(),
                LocalDate.EPOCH,
                null,
                LocalDate.EPOCH,
                1);
    }
}
