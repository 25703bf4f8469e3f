package org.plainline.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final FieldType COUNTED = counted();

    private final Language language;
    private final List<Passage> passages;
    private final Coverage coverage = new Coverage();
    private final Map<String, Terms> terms;
    private final double[] information;
    private final IndexSearcher searcher;

    PassageIndex(Language language, List<Passage> passages) {
        this(language, passages, Map.of());
    }

    private PassageIndex(Language language, List<Passage> passages, Map<String, Terms> known) {
        this.language = language;
        this.passages = List.copyOf(passages);
        this.terms = new HashMap<>();
        for (Passage passage : passages) {
            String text = passage.text();
            Terms its = known.containsKey(text) ? known.get(text) : Terms.of(text, language);
            terms.put(text, its);
            coverage.add(passage.topic(), its);
        }
        List<Terms> inOrder =
                passages.stream().map(passage -> terms.get(passage.text())).toList();
        this.information = inOrder.stream().mapToDouble(coverage::information).toArray();
        this.searcher = searcher(inOrder);
    }

    /**
     * An index of other passages that takes from this one what they share: breaking text into words is half the work.
     */
    PassageIndex next(List<Passage> others) {
        return new PassageIndex(language, others, terms);
    }

    /** BM25 needs how often a term occurs, not where. */
    private static FieldType counted() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    private static IndexSearcher searcher(List<Terms> passages) {
        var directory = new ByteBuffersDirectory();
        var similarity = new Saturation();
        // Merges only neighbours, so that Lucene's document numbers stay the places of the passages in the list.
        var config = new IndexWriterConfig(new KeywordAnalyzer())
                .setMergePolicy(new LogDocMergePolicy())
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

    Terms terms(String text) {
        return Terms.of(text, language);
    }

    /** The topics that share a word with the question, in no order. */
    List<Recall> find(Terms question) {
        double asked = coverage.information(question);
        return bearings(question, asked).entrySet().stream()
                .map(entry -> Recall.byWords(
                        entry.getKey(),
                        entry.getValue().score() / Math.sqrt(asked),
                        entry.getValue().best()))
                .toList();
    }

    /** Share, 0 to 1, of the question's informative terms that each topic's passages hold. Slow: for the best few. */
    Map<String, Double> coverage(Terms question, Collection<String> topics) {
        return coverage.of(question, topics);
    }

    private Map<String, Bearing> bearings(Terms question, double asked) {
        try {
            return searcher.search(query(question), new EveryHit(passages, (place, bm25) -> worth(place, bm25, asked)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("An index in memory cannot fail to be read", impossible);
        }
    }

    private double worth(int place, double bm25, double asked) {
        double likeness = bm25 / Math.sqrt(information[place] * asked);
        return bm25 * passages.get(place).kind().weight(likeness);
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
                        .forEach(term -> query.add(clause(view, term), Occur.SHOULD)));
        return query.build();
    }

    private Query clause(View view, String term) {
        double boost = view.weight() * coverage.informs(view, term);
        return new BoostQuery(new TermQuery(new Term(view.name(), term)), (float) boost);
    }
}
