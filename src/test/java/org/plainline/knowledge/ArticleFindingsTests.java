package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainline.resident.Language;

/** Every defect is named with its file, line and rule. */
class ArticleFindingsTests {
    private static final Path SAMPLE = Path.of("src/test/resources/knowledge-base-sample");

    /** What is written instead of what, and the finding that comes of it. */
    static Stream<Arguments> defectsInEnglish() {
        return Stream.of(
                defect("---\ntitle", "title", "1: front-matter: the file must begin with keys between two '---' lines"),
                defect("title: Coal", "title: [Coal", "3: front-matter: is not YAML: expected ',' or ']', but got :"),
                defect(
                        "title: Coal",
                        "title: !!java.net.URL Coal",
                        "2: front-matter: is not YAML: Global tag is not" + " allowed: tag:yaml.org,2002:java.net.URL"),
                defect("title: Coal", "title: !secret Coal", "2: front-matter: must not have a YAML tag: !secret"),
                defect(
                        "need: cash",
                        "need: coal",
                        "3: need: Unknown need 'coal'; one of cash, health, disability,"
                                + " older-people, children, education, housing, work, law, safety, service"),
                defect("need: cash", "need:", "3: empty: 'need' is empty"),
                defect("need: cash", "need: [cash]", "3: shape: 'need' must be one text"),
                defect("need: cash", "need: cash\nurgent: yes", "4: unknown-key: 'urgent' is not a key of an article"),
                defect("need: cash", "need: cash\nneed: work", "4: duplicate-key: 'need' is written twice"),
                defect("need: cash\n", "", "2: missing-key: 'need' is missing"),
                defect("  - no coal left\n", "", "4: questions: has 7 questions, needs 8"),
                defect("  - no coal left", "  - \"\"", "8: empty: 'questions' is empty"),
                defect(
                        "  - no coal left",
                        "  - one thing: coal",
                        "8: front-matter: a text with ': ' in it must stand in" + " quotation marks"),
                defect("words: [coal, heating money, coal ticket, fuel]", "words: []", "13: empty: 'words' is empty"),
                defect(
                        "Bring your ID card.\nspoken",
                        "Bring your ID card – now.\nspoken",
                        "14: short-alphabet: '–' is not" + " in the SMS alphabet"),
                defect(
                        "Bring your ID card.\nspoken",
                        "x".repeat(110) + "\nspoken",
                        "14: short-length: has 211 characters," + " at most 205"),
                defect(
                        "  - Ask the village",
                        "  - " + "Go. ".repeat(28) + "Ask the village",
                        "18: spoken-length: has 38" + " words, at most 36"),
                defect(
                        "  - Ask the village committee. Your family may go for you.\n",
                        "",
                        "16: spoken-count: has 2 pieces," + " not 3 to 5"),
                defect("    url: https://www.example.org/rules\n", "", "21: missing-key: 'url' is missing"),
                defect(
                        "https://www.example.org",
                        "ask at the office",
                        "26: url: 'ask at the office/rules' must be a web" + " address"),
                defect("date: \"2026-06\"", "date: 2026-13", "25: date: '2026-13' must be YYYY-MM-DD or YYYY-MM"),
                defect(
                        "    english: Example Rules on Winter Heating\n",
                        "",
                        "21: missing-key: 'english' is missing: the" + " source's name in English"),
                defect(
                        "cite: Example heating rules",
                        "cite: " + "R".repeat(35),
                        "23: cite: has 35 characters, at most 34"),
                defect(
                        "effective-from: 2026-07-01",
                        "effective-from: 1 July 2026",
                        "28: date: '1 July 2026' is not a date," + " YYYY-MM-DD"),
                defect(
                        "effective-from: 2026-07-01",
                        "effective-from: 2026-07-01\neffective-to: 2026-06-30",
                        "29: date:" + " 'effective-to' is before 'effective-from'"),
                defect(
                        "review-every: 180",
                        "review-every: half a year",
                        "30: review-every: must be a number of days, 1 to" + " 9999"),
                defect(
                        "## What it is",
                        "Hello.\n\n## What it is",
                        "32: heading: text stands before the first '##' heading"),
                defect("## How much", "## How much money", "56: heading: must be '## How much'"),
                defect("## How much", "### How much", "56: heading: only '## ' headings are used"),
                defect("## How much\n\nEach place sets the sum.\n\n", "", "56: heading: must be '## How much'"),
                defect(
                        "## Without a smartphone\n\nYou need no phone. Go to the village committee.\n",
                        "",
                        "60: heading: '##" + " Without a smartphone' is missing"),
                defect(
                        "the village committee.\n2.",
                        "the \u0007committee.\n2.",
                        "45: control-character: holds a character" + " that cannot be seen"),
                defect("Each place sets the sum.\n", "\n", "56: empty: nothing stands below this heading"),
                defect(
                        "Bring your ID card.\nspoken",
                        "See www.example.org.\nspoken",
                        "14: short-link: holds a web address, which a text message must not"),
                defect(
                        "Ask the village committee. Your family",
                        "Ask the village committee (or www.example.org). Your family",
                        "18: spoken-text: 'www.' is a web address, which cannot be spoken",
                        "18: spoken-text: '(' is a bracket, which cannot be spoken"),
                defect(
                        "Ask the village committee. Your family",
                        "Ask the MCA office, e.g. by letter. Your family",
                        "18: spoken-text: 'MCA' is an abbreviation, which cannot be spoken"),
                defect(
                        "Bring your ID card.\nspoken",
                        "Call 12345 within three days.\nspoken",
                        "14: figures: 3 does not stand in the full text",
                        "14: figures: 12345 does not stand in the full text"),
                defect(
                        "Each place sets the sum.",
                        "It takes " + "very ".repeat(24) + "long.",
                        "58: sentence-length:" + " 'It takes very very v…' has 27 words, at most 25"),
                defect(
                        "The office decides.",
                        "If your income is low, you qualify.",
                        "41: determination: 'you qualify' decides; say that it may be so and that an office decides"),
                defect(
                        "Ask the village committee. Your family may go for you.",
                        "Municipal authorities determine eligibility according to administrative regulations.",
                        "16: reading-grade: the spoken answer reads at grade"));
    }

    @ParameterizedTest
    @MethodSource("defectsInEnglish")
    void namesTheLineAndTheRule(String from, String to, List<String> expected) throws IOException {
        assertThat(findings(new ArticleFile("winter-coal", Language.EN), from, to))
                .zipSatisfy(expected, (found, wanted) -> assertThat(found).startsWith("winter-coal/en.md:" + wanted));
    }

    @Test
    void countsChineseByCharacters() throws IOException {
        var file = new ArticleFile("winter-coal", Language.ZH);

        assertThat(findings(file, "请去村委会问，带身份证。\n", "请问。".repeat(27) + "\n"))
                .containsExactly("winter-coal/zh.md:14: short-length: has 106 characters, at most 90");
        assertThat(findings(file, "家里人可以替您去。", "去吧。".repeat(25)))
                .containsExactly("winter-coal/zh.md:18: spoken-length: has 56 characters, at most 50");
        assertThat(findings(file, "cite: 示例取暖办法", "cite: " + "法".repeat(15)))
                .containsExactly("winter-coal/zh.md:22: cite: has 15 characters, at most 14");
    }

    @Test
    void holdsChineseToShortSentencesAndCarefulWords() throws IOException {
        var file = new ArticleFile("winter-coal", Language.ZH);

        assertThat(findings(file, "各地自己定。", "大约要等" + "很".repeat(22) + "久。"))
                .containsExactly("winter-coal/zh.md:57: sentence-length: '大约要等" + "很".repeat(16)
                        + "…' has 27 characters, at most 25");
        assertThat(findings(file, "各地自己定。", "您符合条件，可以领。"))
                .containsExactly("winter-coal/zh.md:57: determination: '您符合条件' decides; say that it may be so and"
                        + " that an office decides");
        assertThat(findings(file, "家里人可以替您去。", "家里人三天内可以替您去。"))
                .containsExactly("winter-coal/zh.md:18: figures: 3 does not stand in the full text");
    }

    @Test
    void saysEverythingAtOnceInTheOrderOfTheFile() throws IOException {
        var file = new ArticleFile("winter-coal", Language.EN);
        String text = text(file)
                .replace("## How much", "## Money")
                .replace("need: cash", "need: coal")
                .replace("review-every: 180", "review-every: often");

        assertThat(findings(file, text))
                .satisfiesExactly(
                        first -> assertThat(first).contains(":3: need: "),
                        second -> assertThat(second).contains(":30: review-every: "),
                        third -> assertThat(third).contains(":56: heading: "));
    }

    @Test
    void refusesAFolderNameThatIsNoTopic() throws IOException {
        String good = text(new ArticleFile("winter-coal", Language.EN));

        assertThat(findings(new ArticleFile("Winter Coal", Language.EN), good))
                .containsExactly(
                        "Winter Coal/en.md:1: topic: the folder's name must be small letters, digits and single"
                                + " hyphens");
    }

    @Test
    void pointsToTheFirstLineThatIsNotUtf8() throws IOException {
        byte[] latin = text(new ArticleFile("winter-coal", Language.EN))
                .replace("no coal left", "no café coal left")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(findings(new ArticleFile("winter-coal", Language.EN), ByteBuffer.wrap(latin)))
                .containsExactly("winter-coal/en.md:8: encoding: is not UTF-8");
    }

    @Test
    void refusesAliasesThatWouldGrowIntoGigabytes() throws IOException {
        var file = new ArticleFile("winter-coal", Language.EN);
        String bomb = text(file).replace("words: [", "words: &a [x, x]\nbomb: [*a, *a]\nmore: [");

        assertThat(findings(file, bomb)).allMatch(line -> line.startsWith("winter-coal/en.md:1"));
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(findings(new ArticleFile("winter-coal", Language.EN), "")).hasSize(1);
    }

    private static Arguments defect(String from, String to, String... expected) {
        return Arguments.of(from, to, List.of(expected));
    }

    private static String text(ArticleFile file) throws IOException {
        return Files.readString(SAMPLE.resolve(file.path()));
    }

    private static List<String> findings(ArticleFile file, String from, String to) throws IOException {
        String text = text(file);
        assertThat(text).contains(from);
        return findings(file, text.replace(from, to));
    }

    private static List<String> findings(ArticleFile file, String text) {
        return findings(file, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> findings(ArticleFile file, ByteBuffer bytes) {
        return switch (new ArticleReader().read(file, file.path(), bytes)) {
            case Reading.Sound _ -> List.of();
            case Reading.Unsound(var findings) ->
                findings.stream().map(Finding::toString).toList();
        };
    }
}
