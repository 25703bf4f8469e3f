package org.plainline.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Need;

/** Makes the article of a manuscript that kept every rule. */
final class Articles {
    private Articles() {}

    static Article of(Manuscript written) {
        FrontMatter front = written.front();
        return new Article(
                written.topic(),
                written.language(),
                text(front, "title"),
                Need.of(text(front, "need")),
                texts(front, "questions"),
                texts(front, "words"),
                text(front, "short"),
                texts(front, "spoken"),
                optional(front, "local"),
                sections(written.sections()),
                front.records("sources").stream().map(Articles::source).toList(),
                LocalDate.parse(text(front, "effective-from")),
                front.text("effective-to")
                        .map(Written::text)
                        .map(LocalDate::parse)
                        .orElse(null),
                LocalDate.parse(text(front, "reviewed-on")),
                Integer.parseInt(text(front, "review-every")));
    }

    private static Source source(FrontMatter written) {
        return new Source(
                text(written, "title"),
                optional(written, "english"),
                text(written, "cite"),
                optional(written, "number"),
                text(written, "issuer"),
                text(written, "date"),
                text(written, "url"),
                text(written, "supports"));
    }

    private static List<Section> sections(List<WrittenSection> written) {
        List<Section> sections = new ArrayList<>();
        for (Section.Kind kind : Section.Kind.values()) {
            WrittenSection section = written.get(sections.size());
            sections.add(new Section(kind, section.heading().text(), section.markdown()));
        }
        return List.copyOf(sections);
    }

    private static String text(FrontMatter front, String key) {
        return front.text(key).orElseThrow().text();
    }

    private static @Nullable String optional(FrontMatter front, String key) {
        return front.text(key).map(Written::text).orElse(null);
    }

    private static List<String> texts(FrontMatter front, String key) {
        return front.texts(key).stream().map(Written::text).toList();
    }
}
