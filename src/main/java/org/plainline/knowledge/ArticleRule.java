package org.plainline.knowledge;

import java.util.List;

/**
 * One demand on an article that needs nothing but the article itself; a new one is a small class and a line in
 * {@link #ALL}.
 */
interface ArticleRule {
    /** What an article must keep to be published at all. */
    List<ArticleRule> ALL = List.of(
            new TopicRule(),
            new KeysRule(),
            new NeedRule(),
            new QuestionsRule(),
            new ShortAnswerRule(),
            new SpokenRule(),
            new SpokenTextRule(),
            new SourcesRule(),
            new DatesRule(),
            new HeadingsRule(),
            new PlaceholderRule(),
            new FiguresRule(),
            new SentenceLengthRule(),
            new ReadingGradeRule(),
            new DeterminationRule());

    /** Says what is missing or wrong; keys that are absent altogether are the business of {@link KeysRule}. */
    void check(Manuscript manuscript, Findings findings);
}
