package org.plainline.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plainline.resident.Language;

/** The same terms of the same questions in the same passages, found by us and by Lucene without us. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
public class WordsAlone {
    private static final int LIMIT = 10;
    private static final int ROUND = 5_000;

    @Param({"被公司辞退了能领什么钱", "my neighbour is old and alone, who looks after him"})
    public String question = "";

    /** Where ten thousand passages are. */
    @Param("knowledge-base")
    public String folder = "";

    private Language language = Language.ZH;
    private @Nullable Knowledge knowledge;
    private @Nullable IndexSearcher searcher;
    private Query[] queries = {};
    private int asked;

    @Setup
    public void index() throws IOException {
        language = question.charAt(0) < 128 ? Language.EN : Language.ZH;
        List<Article> articles = new KnowledgeBase(Path.of(folder), InstantSource.system())
                .articles(language)
                .toList();
        knowledge = FixedKnowledge.of(language, articles);
        searcher = bare(articles.stream().flatMap(article -> Passage.of(article).stream()));
        queries = Stream.iterate(0, number -> number + 1)
                .limit(ROUND)
                .map(number -> query(text(number)))
                .toArray(Query[]::new);
    }

    /** Text to articles: terms, topics and what each covers of the question. Never the same text twice in a row. */
    @Benchmark
    public List<Match> ours() {
        return required(knowledge).find(text(asked++), language, LIMIT);
    }

    /** The question has been made into a query before. */
    @Benchmark
    public TopDocs lucene() throws IOException {
        return required(searcher).search(queries[asked++ % ROUND], LIMIT);
    }

    /** With making it into one. */
    @Benchmark
    public TopDocs luceneFromText() throws IOException {
        return required(searcher).search(query(text(asked++)), LIMIT);
    }

    private String text(int number) {
        return question + " " + number;
    }

    private Query query(String text) {
        var query = new BooleanQuery.Builder();
        Terms.of(text, language)
                .byView()
                .forEach((view, terms) -> terms.stream()
                        .distinct()
                        .forEach(term -> query.add(new TermQuery(new Term(view.name(), term)), Occur.SHOULD)));
        return query.build();
    }

    private IndexSearcher bare(Stream<Passage> passages) throws IOException {
        Directory directory = IndexedPassages.inMemory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
            for (Passage passage : passages.toList()) {
                var document = new Document();
                Terms.of(passage.text(), language)
                        .byView()
                        .forEach((view, terms) ->
                                document.add(new Field(view.name(), new TermStream(terms), TextField.TYPE_NOT_STORED)));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        return new IndexSearcher(DirectoryReader.open(directory));
    }

    private static <T> T required(@Nullable T opened) {
        if (opened == null) {
            throw new IllegalStateException("Not set up");
        }
        return opened;
    }
}
