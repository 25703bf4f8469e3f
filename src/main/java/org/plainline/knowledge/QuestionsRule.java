package org.plainline.knowledge;

import java.util.List;

/** Fewer than eight ways of asking do not carry a topic: people ask in ways that its title never shows. */
final class QuestionsRule implements ArticleRule {
    private static final int AT_LEAST = 8;

    @Override
    public void check(Manuscript manuscript, Findings findings) {
        List<Written> questions = manuscript.front().texts("questions");
        if (!questions.isEmpty() && questions.size() < AT_LEAST) {
            findings.add(
                    manuscript.front().lineOf("questions"),
                    "questions",
                    "has " + questions.size() + " questions, needs " + AT_LEAST);
        }
    }
}
