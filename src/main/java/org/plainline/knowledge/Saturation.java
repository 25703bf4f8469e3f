package org.plainline.knowledge;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * BM25's treatment of frequency and length alone: how telling a term is comes from {@link Coverage}, as a boost. What
 * is long for a passage is told by all passages, also where only a few of them are indexed together.
 */
final class Saturation extends BM25Similarity {
    private final Map<String, Length> lengths = new HashMap<>();

    /** How many passages have any terms in a view, and how many terms those are. */
    private record Length(long terms, long passages) {
        Length plus(Length other) {
            return new Length(terms + other.terms, passages + other.passages);
        }
    }

    Saturation(Collection<Saying> all) {
        for (Saying saying : all) {
            long times = saying.passages().size();
            saying.terms().byView().forEach((view, terms) -> {
                if (!terms.isEmpty()) {
                    lengths.merge(view.name(), new Length(times * terms.size(), times), Length::plus);
                }
            });
        }
    }

    @Override
    protected float avgFieldLength(CollectionStatistics indexed) {
        Length all = lengths.get(indexed.field());
        return all == null ? super.avgFieldLength(indexed) : (float) (all.terms / (double) all.passages);
    }

    @Override
    protected float idf(long documentFrequency, long documentCount) {
        return 1;
    }
}
