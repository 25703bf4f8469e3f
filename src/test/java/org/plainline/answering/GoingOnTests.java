package org.plainline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainline.knowledge.Article;
import org.plainline.knowledge.FollowUp;
import org.plainline.knowledge.Match;
import org.plainline.knowledge.Section;
import org.plainline.resident.Need;

class GoingOnTests {
    private static final Article DIBAO = JudgementTests.article("dibao", Need.CASH);
    private static final Article WAITING = JudgementTests.article("waiting", Need.SERVICE);
    private static final Article WHEELCHAIR = JudgementTests.article("wheelchair", Need.DISABILITY);
    private static final String SHORT = "and how long does that take";
    private static final String STORY = "my neighbour is seventy and fell on the stairs last winter, ".repeat(4);

    private static Match match(Article article, double score) {
        return new Match(article, score, 1, 0.5, 0.5, 0.5, 0.3, 0, null, "", "");
    }

    /** @param lead how much more typical it is of asking for a section than of anything else */
    private static GoingOn goingOn(String text, double lead, double confidence, Match... matches) {
        return GoingOn.of(DIBAO, text, new FollowUp(lead, Section.Kind.HOW_LONG, 0.9), confidence, List.of(matches));
    }

    @Test
    void whoAsksForASectionGoesOnThoughAnArticleOnWaitingIsNearer() {
        GoingOn goingOn = goingOn(SHORT, 0, 0.7, match(WAITING, 10), match(DIBAO, 5));

        assertThat(goingOn.isLikely()).isTrue();
        assertThat(goingOn.section()).isEqualTo(Section.Kind.HOW_LONG);
    }

    @Test
    void whoAsksForAWheelchairDoesNot() {
        assertThat(goingOn("what about a wheelchair then", -12, 0.9, match(WHEELCHAIR, 10), match(DIBAO, 2))
                        .isPossible())
                .isFalse();
    }

    @Test
    void whoTellsALongStoryDoesNotUnlessItIsOfTheSameKind() {
        assertThat(goingOn(STORY, -12, 0.4, match(WHEELCHAIR, 10), match(DIBAO, 8))
                        .isLikely())
                .isFalse();
        assertThat(goingOn(STORY, -6, 0.9, match(DIBAO, 10), match(WHEELCHAIR, 2))
                        .isPossible())
                .isTrue();
    }
}
