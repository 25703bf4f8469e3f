package org.plainline.evaluation;

import java.util.List;
import java.util.Set;
import org.plainline.answering.Judgement;

/**
 * What came of one question.
 *
 * @param found ids of documents, best first
 * @param right ids of the documents that answer it; empty when it is out of scope
 */
record Outcome(List<String> found, Set<String> right, Judgement judgement, double milliseconds) {
    boolean inScope() {
        return !right.isEmpty();
    }

    /** Discounted cumulative gain of the first ten, as a share of the best possible. */
    double ndcg() {
        double gain = 0;
        double best = 0;
        for (int i = 0; i < 10; i++) {
            double discounted = Math.log(2) / Math.log(i + 2.0);
            gain += i < found.size() && right.contains(found.get(i)) ? discounted : 0;
            best += i < right.size() ? discounted : 0;
        }
        return best == 0 ? 0 : gain / best;
    }

    double recall() {
        long hits = found.stream().limit(5).filter(right::contains).count();
        return right.isEmpty() ? 0 : (double) hits / right.size();
    }

    double reciprocalRank() {
        for (int i = 0; i < Math.min(10, found.size()); i++) {
            if (right.contains(found.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    boolean hit() {
        return !found.isEmpty() && right.contains(found.getFirst());
    }
}
