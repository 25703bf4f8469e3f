package org.plainline.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
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
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.SingleInstanceLockFactory;

/** Passages as Lucene keeps them, in memory. Immutable, left to the garbage collector. */
final class IndexedPassages {
    /** Enough for ten thousand articles to be written in one go: merging would take longer than writing. */
    private static final double MEGABYTES = 512;

    private static final FieldType COUNTED = counted();

    /** Those that say the same text side by side, in the order of the texts as Lucene numbers them. */
    private final Passage[] passages;

    /** Of each passage, and the place of its topic: a hit must cost little. */
    private final Passage.Kind[] kinds;

    private final int[] topicOf;
    private final List<String> topics;

    /** Of each text, and one more at the end: the first of its passages. */
    private final int[] first;

    /** Of each text: the square root of what it informs of. */
    private final double[] information;

    private final IndexSearcher searcher;

    /** @param coverage of these and all other passages */
    IndexedPassages(List<Saying> sayings, Coverage coverage, Saturation similarity) {
        this.passages =
                sayings.stream().flatMap(saying -> saying.passages().stream()).toArray(Passage[]::new);
        this.kinds = Arrays.stream(passages).map(Passage::kind).toArray(Passage.Kind[]::new);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        this.topicOf = Arrays.stream(passages)
                .mapToInt(passage -> numbers.computeIfAbsent(passage.topic(), _ -> numbers.size()))
                .toArray();
        this.topics = List.copyOf(numbers.keySet());
        this.first = new int[sayings.size() + 1];
        for (int place = 0; place < sayings.size(); place++) {
            first[place + 1] = first[place] + sayings.get(place).passages().size();
        }
        this.information = sayings.stream()
                .mapToDouble(
                        saying -> Math.sqrt(coverage.weighed(saying.terms()).informs()))
                .toArray();
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

    /** Each file in one piece: of one in many small ones, which is usual, every term of a question makes a list. */
    static Directory inMemory() {
        return new ByteBuffersDirectory(
                new SingleInstanceLockFactory(), ByteBuffersDataOutput::new, ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
    }

    private static IndexSearcher searcher(List<Saying> sayings, Saturation similarity) {
        Directory directory = inMemory();
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
     * The topics that share a word with the question, in no order.
     *
     * @param asked the square root of what the question informs of
     * @param outdated topics to leave out
     */
    List<Recall> find(Query query, double asked, Set<String> outdated) {
        var bearings = new Bearings(topics.size());
        try {
            searcher.search(query, new EveryHit((place, bm25) -> note(bearings, place, bm25, asked)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("An index in memory cannot fail to be read", impossible);
        }
        return bearings.topics()
                .filter(topic -> !outdated.contains(topics.get(topic)))
                .mapToObj(topic -> Recall.byWords(
                        topics.get(topic), bearings.score(topic) / asked, passages[bearings.best(topic)]))
                .toList();
    }

    private void note(Bearings bearings, int place, double bm25, double asked) {
        double likeness = bm25 / (information[place] * asked);
        for (int passage = first[place]; passage < first[place + 1]; passage++) {
            bearings.add(topicOf[passage], passage, bm25 * kinds[passage].weight(likeness));
        }
    }
}
