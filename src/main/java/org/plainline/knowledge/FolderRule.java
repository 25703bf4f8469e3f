package org.plainline.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * One demand that needs more than an article by itself: its other language, its neighbours, or the day. While the
 * service runs, {@link Neighbours} alone keep a changed article from being published.
 */
interface FolderRule {
    static List<FolderRule> all(LocalDate today, SmsText sms, LocalValues local, Jargon jargon) {
        return List.of(
                new ReviewRule(today),
                new SmsSegmentsRule(sms, local),
                new JargonRule(jargon),
                new StepsRule(),
                new FiguresPairRule(),
                new MedianGradeRule(),
                new SameQuestionRule(),
                new RankingRule());
    }

    Stream<Finding> check(Drafts drafts);
}
