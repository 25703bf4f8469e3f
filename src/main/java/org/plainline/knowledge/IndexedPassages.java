package org.plainline.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/** Passages as Lucene keeps them, in memory. Immutable, left to the garbage collector. */
final class IndexedPassages {
    /** Enough for ten thousand articles to be written in one go: merging would take longer than writing. */
    private static final double MEGABYTES = 512;

    private static final FieldType COUNTED = counted();

    private final List<Saying> sayings;
    private final double[] information;
    private final List<String> topics;

    /** For each text, in the order of its passages, the place of their topics in the list: a hit must cost little. */
    private final int[][] topicsOf;

    private final IndexSearcher searcher;

    /** @param coverage of these and all other passages */
    IndexedPassages(List<Saying> sayings, Coverage coverage, Saturation similarity) {
        this.sayings = sayings;
        this.information = sayings.stream()
                .mapToDouble(saying -> coverage.information(saying.terms()))
                .toArray();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        this.topicsOf = sayings.stream()
                .map(saying -> saying.passages().stream()
                        .mapToInt(passage -> numbers.computeIfAbsent(passage.topic(), _ -> numbers.size()))
                        .toArray())
                .toArray(int[][]::new);
        this.topics = List.copyOf(numbers.keySet());
        this.searcher = searcher(sayings, similarity);
    }

    /** BM25 needs how often a term occurs, not where. */
    private static FieldType counted() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    private static IndexSearcher searcher(List<Saying> sayings, Saturation similarity) {
        var directory = new ByteBuffersDirectory();
        // Merges only neighbours, so that Lucene's document numbers stay the places of the texts in the list.
        var merges = new LogDocMergePolicy();
        // One segment is written. If it were to be kept otherwise than it was written, it would be written again.
        merges.setNoCFSRatio(0);
        var config = new IndexWriterConfig(new KeywordAnalyzer())
                .setMergePolicy(merges)
                .setUseCompoundFile(false)
                .setRAMBufferSizeMB(MEGABYTES)
                .setSimilarity(similarity);
        try {
            try (var writer = new IndexWriter(directory, config)) {
                for (Saying saying : sayings) {
                    writer.addDocument(document(saying.terms()));
                }
                writer.forceMerge(1);
            }
            var searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setSimilarity(similarity);
            return searcher;
        } catch (IOException impossible) {
            throw new UncheckedIOException("An index in memory cannot fail to be written", impossible);
        }
    }

    private static Document document(Terms terms) {
        var document = new Document();
        terms.byView().forEach((view, list) -> document.add(new Field(view.name(), new TermStream(list), COUNTED)));
        return document;
    }

    /**
     * @param asked how much the question informs of
     * @param outdated topics to leave out
     */
    Map<String, Bearing> bearings(Query query, double asked, Set<String> outdated) {
        try {
            return byName(
                    searcher.search(
                            query, new EveryHit(topics.size(), (hits, place, bm25) -> note(hits, place, bm25, asked))),
                    outdated);
        } catch (IOException impossible) {
            throw new UncheckedIOException("An index in memory cannot fail to be read", impossible);
        }
    }

    private void note(@Nullable Bearing[] byTopic, int place, double bm25, double asked) {
        double likeness = bm25 / Math.sqrt(information[place] * asked);
        List<Passage> passages = sayings.get(place).passages();
        for (int i = 0; i < passages.size(); i++) {
            int topic = topicsOf[place][i];
            Bearing known = byTopic[topic];
            Bearing its = known == null ? new Bearing() : known;
            byTopic[topic] = its;
            its.add(passages.get(i), bm25 * passages.get(i).kind().weight(likeness));
        }
    }

    private Map<String, Bearing> byName(@Nullable Bearing[] bearings, Set<String> outdated) {
        Map<String, Bearing> byName = new HashMap<>();
        for (int i = 0; i < bearings.length; i++) {
            Bearing its = bearings[i];
            if (its != null && !outdated.contains(topics.get(i))) {
                byName.put(topics.get(i), its);
            }
        }
        return byName;
    }
}
