package org.plainline.knowledge;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Adds every passage that was hit to its topic: a list of the best passages would cost a sort and lose the rest. */
final class EveryHit implements CollectorManager<EveryHit.Hits, Map<String, Bearing>> {
    /** What a hit on the passage at that place is worth. */
    interface Worth {
        double of(int place, double bm25);
    }

    private final List<Passage> passages;
    private final Set<String> outdated;
    private final Worth worth;

    /** @param outdated topics whose passages stand elsewhere by now */
    EveryHit(List<Passage> passages, Set<String> outdated, Worth worth) {
        this.passages = passages;
        this.outdated = outdated;
        this.worth = worth;
    }

    @Override
    public Hits newCollector() {
        return new Hits(passages, outdated, worth);
    }

    /** The searcher has no threads of its own, so there is one collector. */
    @Override
    public Map<String, Bearing> reduce(Collection<Hits> collected) {
        return collected.iterator().next().byTopic;
    }

    static final class Hits extends SimpleCollector {
        private final List<Passage> passages;
        private final Set<String> outdated;
        private final Worth worth;
        private final Map<String, Bearing> byTopic = new HashMap<>();
        private int base;
        private @Nullable Scorable scorer;

        private Hits(List<Passage> passages, Set<String> outdated, Worth worth) {
            this.passages = passages;
            this.outdated = outdated;
            this.worth = worth;
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
            int place = base + document;
            Passage passage = passages.get(place);
            if (outdated.contains(passage.topic())) {
                return;
            }
            double bm25 = scorer == null ? 0 : scorer.score();
            byTopic.computeIfAbsent(passage.topic(), _ -> new Bearing()).add(passage, worth.of(place, bm25));
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }
}
