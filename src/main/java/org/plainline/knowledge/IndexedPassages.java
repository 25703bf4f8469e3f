package org.plainline.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Passages as Lucene keeps them, in memory. Immutable, left to the garbage collector. */
final class IndexedPassages {
    /** Enough for ten thousand articles to be written in one go: merging would take longer than writing. */
    private static final double MEGABYTES = 512;

    private static final FieldType COUNTED = counted();

    private final List<Passage> passages;
    private final double[] information;
    private final IndexSearcher searcher;

    /**
     * @param terms of each passage
     * @param coverage of these and all other passages
     */
    IndexedPassages(List<Passage> passages, List<Terms> terms, Coverage coverage, Saturation similarity) {
        this.passages = List.copyOf(passages);
        this.information = terms.stream().mapToDouble(coverage::information).toArray();
        this.searcher = searcher(terms, similarity);
    }

    /** BM25 needs how often a term occurs, not where. */
    private static FieldType counted() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    private static IndexSearcher searcher(List<Terms> passages, Saturation similarity) {
        var directory = new ByteBuffersDirectory();
        // Merges only neighbours, so that Lucene's document numbers stay the places of the passages in the list.
        var config = new IndexWriterConfig(new KeywordAnalyzer())
                .setMergePolicy(new LogDocMergePolicy())
                .setRAMBufferSizeMB(MEGABYTES)
                .setSimilarity(similarity);
        try {
            try (var writer = new IndexWriter(directory, config)) {
                for (Terms terms : passages) {
                    writer.addDocument(document(terms));
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

    /** A measure for a few passages that are to be compared with these. */
    Saturation saturation() {
        return Saturation.beside(searcher);
    }

    /**
     * @param asked how much the question informs of
     * @param outdated topics to leave out
     */
    Map<String, Bearing> bearings(Query query, double asked, Set<String> outdated) {
        try {
            return searcher.search(query, new EveryHit(passages, outdated, (place, bm25) -> worth(place, bm25, asked)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("An index in memory cannot fail to be read", impossible);
        }
    }

    private double worth(int place, double bm25, double asked) {
        double likeness = bm25 / Math.sqrt(information[place] * asked);
        return bm25 * passages.get(place).kind().weight(likeness);
    }
}
