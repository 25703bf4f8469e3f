package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainline.resident.Language;
import org.plainline.resident.Need;

class ArticleReaderTests {
    private static final Path SAMPLE = Path.of("src/test/resources/knowledge-base-sample");
    private static final ArticleFile COAL = new ArticleFile("winter-coal", Language.EN);

    @Test
    void readsEveryPartOfAGoodArticle() throws IOException {
        Article article = article(COAL, text());

        assertThat(article.topic()).isEqualTo("winter-coal");
        assertThat(article.language()).isEqualTo(Language.EN);
        assertThat(article.title()).isEqualTo("Coal for the winter (an example)");
        assertThat(article.need()).isEqualTo(Need.CASH);
        assertThat(article.questions()).hasSize(8).startsWith("it is freezing and we have nothing to put in the stove");
        assertThat(article.words()).containsExactly("coal", "heating money", "coal ticket", "fuel");
        assertThat(article.shortAnswer()).startsWith("This is an example.").endsWith("Bring your ID card.");
        assertThat(article.spoken()).hasSize(3);
        assertThat(article.effectiveFrom()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(article.effectiveTo()).isNull();
        assertThat(article.reviewedOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(article.reviewEvery()).isEqualTo(180);
        assertThat(article.mainSource())
                .isEqualTo(new Source(
                        "示例县冬季取暖办法",
                        "Example Rules on Winter Heating",
                        "Example heating rules",
                        null,
                        "Example County Civil Affairs Bureau",
                        "2026-06",
                        "https://www.example.org/rules",
                        "the whole article"));
    }

    @Test
    void readsTheEightSectionsInTheirOrder() throws IOException {
        Article article = article(COAL, text());

        assertThat(article.sections()).extracting(Section::kind).containsExactly(Section.Kind.values());
        assertThat(article.section(Section.Kind.HOW))
                .isEqualTo(new Section(
                        Section.Kind.HOW, "How to apply", "1. Tell the village committee.\n2. Fill in a form."));
    }

    @Test
    void readsEverySampleInBothLanguages() throws IOException {
        for (String topic : SampleFolder.topics()) {
            for (Language language : Language.values()) {
                var file = new ArticleFile(topic, language);
                assertThat(read(file, Files.readString(SAMPLE.resolve(file.path()))))
                        .isInstanceOf(Reading.Sound.class);
            }
        }
    }

    @Test
    void acceptsTheLastDayOfARule() throws IOException {
        String ending = text().replace("reviewed-on:", "effective-to: 2027-06-30\nreviewed-on:");

        assertThat(article(COAL, ending).effectiveTo()).isEqualTo(LocalDate.of(2027, 6, 30));
    }

    @Test
    void takesNoOffenceAtWindowsLineEndsAndByteOrderMark() throws IOException {
        Article fromWindows = article(COAL, "\uFEFF" + text().replace("\n", "\r\n"));

        assertThat(fromWindows).isEqualTo(article(COAL, text()));
    }

    @Test
    void keepsHeadingsInsideCodeAsText() throws IOException {
        String quoted = text().replace("Each place sets the sum.", "```\n## How much\n```");

        assertThat(article(COAL, quoted).section(Section.Kind.HOW_MUCH).markdown())
                .isEqualTo("```\n## How much\n```");
    }

    private static String text() throws IOException {
        return Files.readString(SAMPLE.resolve(COAL.path()));
    }

    private static Article article(ArticleFile file, String text) {
        return switch (read(file, text)) {
            case Reading.Sound(var article) -> article;
            case Reading.Unsound(var findings) ->
                throw new AssertionError(List.copyOf(findings).toString());
        };
    }

    private static Reading read(ArticleFile file, String text) {
        return new ArticleReader().read(file, file.path(), ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
