package org.plainline.knowledge;

import org.apache.lucene.search.similarities.BM25Similarity;

/** BM25's treatment of frequency and length alone: how telling a term is comes from {@link Coverage}, as a boost. */
final class Saturation extends BM25Similarity {
    @Override
    protected float idf(long documentFrequency, long documentCount) {
        return 1;
    }
}
