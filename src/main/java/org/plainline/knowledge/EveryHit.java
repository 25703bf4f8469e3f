package org.plainline.knowledge;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Tells of every text that was hit: a list of the best ones would cost a sort and lose the rest. */
final class EveryHit implements CollectorManager<EveryHit.Hits, Void> {
    interface Told {
        void of(int place, double bm25);
    }

    private final Told told;

    /** @param told in the searcher's own thread: it has no others */
    EveryHit(Told told) {
        this.told = told;
    }

    @Override
    public Hits newCollector() {
        return new Hits(told);
    }

    @Override
    public @Nullable Void reduce(Collection<Hits> collected) {
        return null;
    }

    static final class Hits extends SimpleCollector {
        private final Told told;
        private int base;
        private @Nullable Scorable scorer;

        private Hits(Told told) {
            this.told = told;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) {
            base = context.docBase;
        }

        @Override
        public void setScorer(Scorable newScorer) {
            scorer = newScorer;
        }

        @Override
        public void collect(int document) throws IOException {
            told.of(base + document, scorer == null ? 0 : scorer.score());
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }
}
