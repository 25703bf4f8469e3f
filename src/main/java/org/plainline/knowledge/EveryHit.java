package org.plainline.knowledge;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Adds every passage that was hit to its topic: a list of the best passages would cost a sort and lose the rest. */
final class EveryHit implements CollectorManager<EveryHit.Hits, @Nullable Bearing[]> {
    /** Takes note of a hit on the text at that place. */
    interface Noted {
        void in(@Nullable Bearing[] byTopic, int place, double bm25);
    }

    private final int topics;
    private final Noted noted;

    /** @param topics how many there are */
    EveryHit(int topics, Noted noted) {
        this.topics = topics;
        this.noted = noted;
    }

    @Override
    public Hits newCollector() {
        return new Hits(topics, noted);
    }

    /** The searcher has no threads of its own, so there is one collector. */
    @Override
    public @Nullable Bearing[] reduce(Collection<Hits> collected) {
        return collected.iterator().next().byTopic;
    }

    static final class Hits extends SimpleCollector {
        private final Noted noted;
        private final @Nullable Bearing[] byTopic;
        private int base;
        private @Nullable Scorable scorer;

        private Hits(int topics, Noted noted) {
            this.byTopic = new Bearing[topics];
            this.noted = noted;
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
            noted.in(byTopic, base + document, scorer == null ? 0 : scorer.score());
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }
}
