package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainline.resident.Language;
import org.plainline.resident.Place;
import org.plainline.resident.Places;

/** What only shows when articles are looked at side by side, or on a certain day. */
class KnowledgeCheckTests {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 23);

    private static final Places LIUHE = new Places(List.of(new Place("liuhe", "柳河镇", "Liuhe Town", List.of())));

    @TempDir
    private Path folder;

    private SampleFolder sample;

    @BeforeEach
    void copyTheSample() throws IOException {
        sample = SampleFolder.copiedTo(folder);
    }

    @Test
    void findsNothingInAGoodFolder() {
        assertThat(findings(NOVEMBER)).isEmpty();
    }

    @Test
    void missesTheOtherLanguageOfATopic() throws IOException {
        Files.delete(sample.file("hearing-aid", Language.EN));

        assertThat(findings(NOVEMBER)).containsExactly("hearing-aid/zh.md:1: language: hearing-aid/en.md is missing");
    }

    @Test
    void countsTheSmsWithSourceAndWayOn() {
        assertThat(of(NOVEMBER, article -> "字".repeat(135)))
                .contains("winter-coal/zh.md:14: sms-segments: with source and way on it takes 3 SMS, at most 2");
        assertThat(of(NOVEMBER, article -> "字".repeat(134))).isEmpty();
    }

    @Test
    void findsStepsThatOneLanguageLacks() throws IOException {
        sample.change("winter-coal", Language.ZH, "2. 填一张纸。\n", "");

        assertThat(findings(NOVEMBER))
                .containsExactly("winter-coal/en.md:43: steps: has 2 numbered steps, the Chinese has 1");
    }

    @Test
    void warnsOfANumberThatOneLanguageLacks() throws IOException {
        sample.change("winter-coal", Language.EN, "About ten days.", "About ten days, for 1,500 yuan.");

        assertThat(findings(NOVEMBER))
                .containsExactly("winter-coal/en.md:54: figures-pair: warning: 1500 does not stand in the Chinese");
    }

    @Test
    void findsAQuestionThatTwoArticlesAnswer() throws IOException {
        sample.change("hearing-aid", Language.EN, "questions:\n", "questions:\n  - No coal left!\n");

        assertThat(findings(NOVEMBER))
                .contains("winter-coal/en.md:8: same-question: 'no coal left' is also asked in hearing-aid/en.md");
    }

    @Test
    void findsAQuestionThatAnotherArticleWouldAnswer() throws IOException {
        sample.change("hearing-aid", Language.EN, "questions:\n", "questions:\n  - coal ticket coal heating money\n");

        assertThat(findings(NOVEMBER))
                .containsExactly(
                        "hearing-aid/en.md:5: ranking: 'coal ticket coal heating money' finds winter-coal first");
    }

    @Test
    void findsAQuestionThatIsOutsideAndAnsweredAsWell() throws IOException {
        outside("""
                stove-repair:
                  - who mends a stove
                  - No coal left!
                  - the stove pipe smokes
                hearing-aid:
                  - my wireless buds crackle
                  - where to buy headphones
                  - headset for the telephone
                """);

        assertThat(findings(NOVEMBER))
                .contains(
                        "outside-en.yaml:3: outside: 'No coal left!' is also asked in winter-coal/en.md",
                        "outside-en.yaml:6: outside: 'hearing-aid' is answered in hearing-aid/en.md");
    }

    @Test
    void saysWhatIsWrongWithTheFileOfWhatIsOutside() throws IOException {
        outside("""
                Stove repair:
                  - who mends a stove
                  - the stove pipe smokes
                  - stove man
                weather: [rain tomorrow, will it snow]
                bus:
                  - when: the bus to town
                tram:
                  - when is it
                  - how: by tram
                  - who: me
                train:
                  - to the city
                  - ""
                  - Stove man!
                """);

        assertThat(findings(NOVEMBER))
                .containsExactly(
                        "outside-en.yaml:1: outside: 'Stove repair' must be small letters, digits and hyphens",
                        "outside-en.yaml:5: outside: 'weather' needs 3 questions or more",
                        "outside-en.yaml:7: outside: a text with ': ' in it must stand in quotation marks",
                        "outside-en.yaml:10: front-matter: a text with ': ' in it must stand in quotation marks",
                        "outside-en.yaml:11: front-matter: a text with ': ' in it must stand in quotation marks",
                        "outside-en.yaml:14: outside: a question is empty",
                        "outside-en.yaml:15: outside: 'Stove man!' is written twice");
        outside("bus: [");
        assertThat(findings(NOVEMBER)).hasSize(1).allMatch(line -> line.contains("outside-en.yaml:1: front-matter: "));
        outside("bus: [last bus, bus to town, when is the bus]");
        assertThat(findings(NOVEMBER))
                .containsExactly(
                        "outside-en.yaml:1: outside: warning: tells nothing: only 1 of the 50 subjects that it takes");
        outside("# none yet\n");
        assertThat(findings(NOVEMBER)).isEmpty();
        Files.write(folder.resolve(Outside.file(Language.ZH)), "车险: [买哪种]".getBytes(Charset.forName("GBK")));
        assertThat(findings(NOVEMBER)).containsExactly("outside-zh.yaml:1: encoding: is not UTF-8");
    }

    private void outside(String yaml) throws IOException {
        Files.writeString(folder.resolve(Outside.file(Language.EN)), yaml);
    }

    @Test
    void warnsWhenAReviewIsDueAndFailsWhenTwiceTheTimeHasGoneBy() {
        assertThat(findings(NOVEMBER.plusDays(180))).isEmpty();
        assertThat(findings(NOVEMBER.plusDays(181)))
                .contains("winter-coal/en.md:29: review: warning: the review was due on 2027-05-22");
        assertThat(findings(NOVEMBER.plusDays(359))).noneMatch(line -> line.contains("withheld"));
        assertThat(findings(NOVEMBER.plusDays(360)))
                .contains("winter-coal/en.md:29: review: the review was due on 2027-05-22; the answer is withheld");
    }

    @Test
    void findsWhatIsOutOfForceAndWarnsOfWhatIsNotYet() throws IOException {
        sample.change("winter-coal", Language.EN, "reviewed-on:", "effective-to: 2026-11-22\nreviewed-on:");
        sample.change("winter-coal", Language.ZH, "effective-from: 2026-07-01", "effective-from: 2026-12-01");

        assertThat(findings(NOVEMBER))
                .containsExactly(
                        "winter-coal/en.md:29: expired: ended on 2026-11-22",
                        "winter-coal/zh.md:27: effective: warning: is not given before 2026-12-01");
    }

    @Test
    void warnsOfAnOfficialTermThatIsNotExplained() throws IOException {
        Files.writeString(folder.resolve(Jargon.FILE), "en: [stipend]\n");
        sample.change("winter-coal", Language.EN, "About ten days.", "The stipend takes ten days.");
        sample.change(
                "hearing-aid",
                Language.EN,
                "## How much\n\n",
                "## How much\n\nThe stipend (money for each month) differs.\n");

        assertThat(findings(NOVEMBER))
                .containsExactly("winter-coal/en.md:54: jargon: warning: 'stipend' is not explained");
    }

    @Test
    void findsLocalValuesThatNobodyWouldEverHear() throws IOException {
        withAPlaceForTheSum();
        local("""
                liuhe:
                  coal-sum: 500 yuan
                  coal-summ: 500 yuan
                liuh:
                  coal-sum: 500 yuan
                """);

        assertThat(findings(NOVEMBER))
                .containsExactly(
                        "local.yaml:3: local: no article has a place for 'coal-summ'",
                        "local.yaml:5: local: there is no place 'liuh'; one of liuhe, everywhere");
    }

    @Test
    void holdsAnArticleToTheRulesWithTheValuesOfEachPlaceAsWell() throws IOException {
        withAPlaceForTheSum();
        local("liuhe:\n  coal-sum: {zh: 500元, en: \"you are entitled to 500 yuan\"}\n");

        assertThat(findings(NOVEMBER))
                .anyMatch(line -> line.startsWith("winter-coal/en.md:58: determination: ")
                        && line.endsWith(", with the values of liuhe"));
    }

    @Test
    void saysWhatIsWrongWithTheFileOfLocalValues() throws IOException {
        local("liuhe:\n  coal-sum: {zh: 500元}\n");
        assertThat(findings(NOVEMBER))
                .contains("local.yaml:2: local: 'coal-sum' needs a text, or one under zh and one under en");
        local("liuhe: [500]\n");
        assertThat(findings(NOVEMBER)).containsExactly("local.yaml:1: local: must be 'name: value' lines");
        local("liuhe: {\n");
        assertThat(findings(NOVEMBER)).hasSize(1).allMatch(line -> line.contains("local: is not YAML"));
        local("# nothing is set here\n");
        assertThat(findings(NOVEMBER)).isEmpty();
    }

    @Test
    void warnsWhereTheLocalSentenceMakesTheTextMessageTooLong() throws IOException {
        withAPlaceForTheSum();
        sample.change("winter-coal", Language.EN, "\nsources:", "\nlocal: \"Your area: {{coal-sum}}.\"\nsources:");
        local("liuhe:\n  coal-sum: 500 yuan\n");

        assertThat(of(NOVEMBER, article -> article.shortAnswer() + article.local()))
                .isEmpty();
        assertThat(findings(NOVEMBER))
                .containsExactly("winter-coal/en.md:20: sms-segments: warning: 'local' does not fit into two SMS"
                        + " with the value of liuhe and is left out there");
    }

    @Test
    void holdsTheLocalSentenceToTheRulesOfWhatIsSpoken() throws IOException {
        withAPlaceForTheSum();
        sample.change("winter-coal", Language.EN, "\nsources:", "\nlocal: See {{coal-sum}}.\nsources:");
        local("liuhe:\n  coal-sum: 500 yuan (or more)\n");

        assertThat(findings(NOVEMBER))
                .contains("winter-coal/en.md:20: spoken-text: '(' is a bracket, which cannot be spoken,"
                        + " with the values of liuhe");
    }

    @Test
    void findsHalfAPlaceholderInTheLocalSentence() throws IOException {
        sample.change("winter-coal", Language.EN, "\nsources:", "\nlocal: It is {{coal-sum}.\nsources:");

        assertThat(findings(NOVEMBER)).containsExactly("winter-coal/en.md:20: placeholder: must be {{key}} in 'local'");
    }

    @Test
    void findsHalfAPlaceholder() throws IOException {
        sample.change("winter-coal", Language.EN, "Each place sets the sum.", "It is {{coal-sum}}.");

        assertThat(findings(NOVEMBER))
                .containsExactly(
                        "winter-coal/en.md:58: placeholder: must be {{key|what to say where there is no value}}");
    }

    private void withAPlaceForTheSum() throws IOException {
        sample.change("winter-coal", Language.EN, "Each place sets the sum.", "The sum: {{coal-sum|ask the office}}.");
        sample.change("winter-coal", Language.ZH, "各地自己定。", "钱数：{{coal-sum|请问办事处}}。");
    }

    private void local(String yaml) throws IOException {
        Files.writeString(folder.resolve(LocalValues.FILE), yaml);
    }

    @Test
    void saysSoWhenThereIsNoFolder() {
        assertThat(KnowledgeCheck.of(folder.resolve("nowhere"), LIUHE, NOVEMBER, Article::shortAnswer))
                .extracting(Finding::message)
                .containsExactly("cannot be read");
    }

    private List<String> findings(LocalDate day) {
        return of(day, Article::shortAnswer);
    }

    private List<String> of(LocalDate day, SmsText sms) {
        return KnowledgeCheck.of(folder, LIUHE, day, sms).stream()
                .map(Finding::toString)
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }
}
