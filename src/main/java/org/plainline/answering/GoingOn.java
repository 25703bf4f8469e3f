package org.plainline.answering;

import org.jspecify.annotations.Nullable;
import org.plainline.knowledge.Further;
import org.plainline.knowledge.Section;

/**
 * How likely a text goes on about the article that was talked about, and what of it is asked for.
 *
 * @param likely 0 to 1
 * @param section null for the article as a whole, because it does not show which one
 */
record GoingOn(double likely, Section.@Nullable Kind section) {
    private static final double LIKELY = 0.6;
    private static final double POSSIBLE = 0.3;

    /** Below, more than every second section would be the wrong one. */
    private static final double SECTION = 0.55;

    // A logistic regression on the development half of the further questions, both languages together.
    private static final double START = 3.79;
    private static final double SECTION_LEAD = 0.135;
    private static final double TOPIC_LEAD = 0.028;
    private static final double ANOTHER = -3.42;

    /**
     * @param another confidence, 0 to 1, that another article is the right one for the text by itself; 0 where that is
     *     this very article
     */
    static GoingOn of(Further further, double another) {
        double sum =
                START + SECTION_LEAD * further.sectionLead() + TOPIC_LEAD * further.topicLead() + ANOTHER * another;
        return new GoingOn(1 / (1 + Math.exp(-sum)), further.share() < SECTION ? null : further.section());
    }

    boolean isLikely() {
        return likely >= LIKELY;
    }

    /** So that it is worth offering among others. */
    boolean isPossible() {
        return likely >= POSSIBLE;
    }
}
