package org.plainline.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.plainline.resident.Language;

/**
 * Finds the topics of one language whose passages bear on a text. Immutable, in memory, left to the garbage collector.
 */
final class PassageIndex {
    /** For each view. A text of a thousand terms is found by its most telling ones just as well, and much faster. */
    private static final int MOST_TERMS = 200;

    private static final Comparator<Map.Entry<String, Bearing>> BEST_FIRST = Comparator.comparingDouble(
                    (Map.Entry<String, Bearing> entry) -> entry.getValue().score())
            .reversed()
            .thenComparing(Map.Entry::getKey);

    private static final FieldType COUNTED = counted();

    private final Language language;
    private final List<Passage> passages;
    private final Coverage coverage = new Coverage();
    private final IndexSearcher searcher;

    PassageIndex(Language language, List<Passage> passages) {
        this.language = language;
        this.passages = List.copyOf(passages);
        try {
            this.searcher = new IndexSearcher(DirectoryReader.open(written()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("An index in memory cannot fail to be written", impossible);
        }
    }

    /** BM25 needs how often a term occurs, not where. */
    private static FieldType counted() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    private ByteBuffersDirectory written() throws IOException {
        var directory = new ByteBuffersDirectory();
        // Merges only neighbours, so that Lucene's document numbers stay the places of the passages in the list.
        var config = new IndexWriterConfig(new KeywordAnalyzer()).setMergePolicy(new LogDocMergePolicy());
        try (var writer = new IndexWriter(directory, config)) {
            for (Passage passage : passages) {
                Terms terms = Terms.of(passage.text(), language);
                coverage.add(passage.topic(), terms);
                var document = new Document();
                terms.byView()
                        .forEach((view, list) -> document.add(new Field(view.name(), new TermStream(list), COUNTED)));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        return directory;
    }

    /**
     * Topics best first.
     *
     * @param wanted topics that may be found
     */
    List<Recall> find(String text, Predicate<String> wanted, int limit) {
        Terms question = Terms.of(text, language);
        Map<String, Bearing> byTopic = bearings(question);
        double length = Math.sqrt(coverage.information(question));
        return byTopic.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .sorted(BEST_FIRST)
                .limit(limit)
                .map(entry -> new Recall(
                        entry.getKey(),
                        entry.getValue().score() / length,
                        coverage.of(question, entry.getKey()),
                        entry.getValue().best()))
                .toList();
    }

    private Map<String, Bearing> bearings(Terms question) {
        try {
            return searcher.search(query(question), new EveryHit(passages));
        } catch (IOException impossible) {
            throw new UncheckedIOException("An index in memory cannot fail to be read", impossible);
        }
    }

    private Query query(Terms question) {
        var query = new BooleanQuery.Builder();
        question.byView()
                .forEach((view, terms) -> terms.stream()
                        .distinct()
                        .filter(term -> coverage.knows(view, term))
                        .sorted(Comparator.comparingDouble((String term) -> coverage.informs(view, term))
                                .reversed())
                        .limit(MOST_TERMS)
                        .map(term -> new BoostQuery(new TermQuery(new Term(view.name(), term)), view.weight()))
                        .forEach(clause -> query.add(clause, Occur.SHOULD)));
        return query.build();
    }
}
