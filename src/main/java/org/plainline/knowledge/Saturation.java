package org.plainline.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/** BM25's treatment of frequency and length alone: how telling a term is comes from {@link Coverage}, as a boost. */
final class Saturation extends BM25Similarity {
    private final @Nullable IndexSearcher whole;

    Saturation() {
        this(null);
    }

    private Saturation(@Nullable IndexSearcher whole) {
        this.whole = whole;
    }

    /** For a few passages beside many: what is long for one of them is told by the many. */
    static Saturation beside(IndexSearcher whole) {
        return new Saturation(whole);
    }

    @Override
    protected float avgFieldLength(CollectionStatistics few) {
        try {
            CollectionStatistics many = whole == null ? null : whole.collectionStatistics(few.field());
            return super.avgFieldLength(many == null ? few : many);
        } catch (IOException impossible) {
            throw new UncheckedIOException("An index in memory cannot fail to be read", impossible);
        }
    }

    @Override
    protected float idf(long documentFrequency, long documentCount) {
        return 1;
    }
}
