package org.plainline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainline.knowledge.Passage.Kind;

/** What is typed in haste is read as it was meant. */
class TextingTests {
    private final Spelling spelling = new Spelling(
            List.of(new Passage("winter-coal", Kind.SECTION, "Help with heating, for families on a low income.")));

    @Test
    void spellsOutWhatPeopleShorten() {
        assertThat(Texting.spellOut("wat help can u giv ppl, pls")).isEqualTo("what help can you giv people, please");
    }

    @Test
    void leavesPausesOut() {
        assertThat(Texting.spellOut("um, uhh my coal")).isEqualToIgnoringWhitespace("my coal");
    }

    @Test
    void leavesFiguresAndIdentityCardsAlone() {
        assertThat(Texting.spellOut("2 kids, 4 years, lost my id")).isEqualTo("2 kids, 4 years, lost my id");
    }

    @Test
    void correctsAWordThatMissesALetterOfTheArticles() {
        assertThat(spelling.correct("heting for famlies with low incone", word -> false))
                .isEqualTo("heating for families with low income");
    }

    @Test
    void leavesWordsThatExistAlone() {
        assertThat(spelling.correct("beating", "beating"::equals)).isEqualTo("beating");
    }
}
