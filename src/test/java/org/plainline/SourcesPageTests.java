package org.plainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plainline.knowledge.Article;
import org.plainline.knowledge.Knowledge;
import org.plainline.knowledge.Source;
import org.plainline.resident.Language;

/**
 * The page on which a reviewer sees what every article rests on. {@code mvn test -Dtest=SourcesPageTests
 * -Dsources.record=true} writes it anew from the articles.
 */
class SourcesPageTests {
    private static final Path PAGE = Path.of("docs/sources.md");

    @Test
    void listsEverySourceOfEveryArticleWithWhatItSupports() throws IOException {
        String page = page(AnswersOn.shared(LocalDate.of(2026, 11, 23)).knowledge());
        if (Boolean.getBoolean("sources.record")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("run this test with -Dsources.record=true").hasContent(page);
    }

    private static String page(Knowledge knowledge) {
        List<Article> articles = knowledge.articles(Language.ZH).toList();
        long documents = Stream.of(Language.values())
                .flatMap(language -> knowledge.articles(language))
                .flatMap(article -> article.sources().stream())
                .map(Source::url)
                .distinct()
                .count();
        var page = new StringBuilder("""
                # What every article rests on

                For reviewers: each article's sources and which of its statements each one carries, in both languages.
                Generated from the articles; change those, then run
                `mvn test -Dtest=SourcesPageTests -Dsources.record=true`.

                %d topics, %d addresses.
                """.formatted(articles.size(), documents));
        articles.forEach(chinese -> page.append(
                topic(chinese, knowledge.article(chinese.topic(), Language.EN).orElseThrow())));
        return page.toString();
    }

    private static String topic(Article chinese, Article english) {
        var text = new StringBuilder("\n## %s\n\n%s · %s. Last checked %s.\n"
                .formatted(chinese.topic(), chinese.title(), english.title(), chinese.reviewedOn()));
        byAddress(chinese, english).values().forEach(sources -> text.append(entry(sources)));
        return text.toString();
    }

    /** The same document in both languages is one entry. */
    private static Map<String, List<Cited>> byAddress(Article chinese, Article english) {
        Map<String, List<Cited>> byAddress = new LinkedHashMap<>();
        for (Article article : List.of(chinese, english)) {
            for (Source source : article.sources()) {
                byAddress
                        .computeIfAbsent(source.url(), _ -> new ArrayList<>())
                        .add(new Cited(article.language(), source));
            }
        }
        return byAddress;
    }

    private record Cited(Language language, Source source) {}

    private static String entry(List<Cited> cited) {
        Source source = cited.getFirst().source();
        var text = new StringBuilder("\n- **%s**".formatted(source.title()));
        cited.stream()
                .map(its -> its.source().english())
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(english -> text.append(" (").append(english).append(")"));
        if (source.number() != null) {
            text.append(", ").append(source.number());
        }
        text.append(". %s, %s. <%s>\n".formatted(source.issuer(), source.date(), source.url()));
        cited.forEach(its -> text.append(
                "  - %s: %s\n".formatted(its.language().code(), its.source().supports())));
        return text.toString();
    }
}
