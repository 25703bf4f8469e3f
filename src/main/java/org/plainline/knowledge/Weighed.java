package org.plainline.knowledge;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a text's terms, each of them once. */
record Weighed(List<Term> terms) {
    /**
     * @param informs the mean of its inverse document frequencies over passages and over topics: the first knows rare
     *     turns of phrase, the second does not take a topic's own name for a common word; highest for a term that no
     *     topic holds
     * @param tells the second of them alone
     * @param topics numbers of those that hold it; null when none does
     */
    record Term(
            View view,
            String text,
            double informs,
            double tells,
            @Nullable BitSet topics) {
        boolean isKnown() {
            return topics != null;
        }

        /**
         * Neighbouring sounds that nobody has reach from one word into the next; the words tell whether they are known.
         */
        private boolean counts() {
            return isKnown() || view != View.SOUNDS;
        }

        private boolean isIn(int topic) {
            return topics != null && topics.get(topic);
        }
    }

    /** What the text informs of in all, whether any topic holds it or not. */
    double informs() {
        double sum = 0;
        for (Term term : terms) {
            sum += term.view().weight() * term.informs();
        }
        return sum;
    }

    /** What of it tells topics apart. */
    double tells() {
        double sum = 0;
        for (Term term : terms) {
            sum += term.counts() ? term.view().weight() * term.tells() : 0;
        }
        return sum;
    }

    /** What of it that topic holds. */
    double tellsOf(int topic) {
        double sum = 0;
        for (Term term : terms) {
            sum += term.isIn(topic) ? term.view().weight() * term.tells() : 0;
        }
        return sum;
    }
}
