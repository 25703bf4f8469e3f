package org.plainline.knowledge;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.plainline.resident.Language;

/**
 * Finds the topics of one language whose passages bear on a text. Immutable. What has changed since all passages were
 * indexed stands in a small index beside the large one, because making that takes a minute for ten thousand articles.
 */
final class PassageIndex {
    /** For each view. A text of a thousand terms is found by its most telling ones just as well, and much faster. */
    private static final int MOST_TERMS = 200;

    /** When more than one topic in so many has changed, all passages are better indexed anew. */
    private static final int ONE_IN = 20;

    private final Language language;
    private final Coverage coverage;
    private final Saturation saturation;
    private final IndexedPassages whole;
    private final int topics;
    private final IndexedPassages later;
    private final List<Passage> laterPassages;
    private final Set<String> outdated;

    PassageIndex(Language language, List<Passage> passages) {
        this.language = language;
        this.coverage = new Coverage();
        List<Saying> sayings = Saying.of(passages, language);
        sayings.forEach(coverage::add);
        this.saturation = new Saturation(sayings);
        this.whole = new IndexedPassages(sayings, coverage, saturation);
        this.topics = topics(passages).size();
        this.later = new IndexedPassages(List.of(), coverage, saturation);
        this.laterPassages = List.of();
        this.outdated = Set.of();
    }

    private PassageIndex(PassageIndex before, Coverage coverage, List<Passage> laterPassages, Set<String> outdated) {
        this.language = before.language;
        this.coverage = coverage;
        this.saturation = before.saturation;
        this.whole = before.whole;
        this.topics = before.topics;
        this.laterPassages = laterPassages;
        this.later = new IndexedPassages(Saying.of(laterPassages, language), coverage, saturation);
        this.outdated = outdated;
    }

    private static Set<String> topics(List<Passage> passages) {
        return passages.stream().map(Passage::topic).collect(Collectors.toSet());
    }

    /** Whether so few topics have changed, with these, that they can stand beside the others. */
    boolean holds(Set<String> changed) {
        return Stream.concat(outdated.stream(), changed.stream()).distinct().count() * ONE_IN <= topics;
    }

    /**
     * The same index with other passages for some topics.
     *
     * @param gone all passages that the topics have had
     * @param come all passages that they have now; none of a topic that is no more
     */
    PassageIndex with(List<Passage> gone, List<Passage> come) {
        Set<String> changed = topics(gone);
        changed.addAll(topics(come));
        Set<String> allOutdated = new HashSet<>(outdated);
        allOutdated.addAll(changed);
        List<Passage> all = Stream.concat(
                        laterPassages.stream().filter(passage -> !changed.contains(passage.topic())), come.stream())
                .toList();
        return new PassageIndex(this, coverage.with(byTopic(gone), byTopic(come)), all, allOutdated);
    }

    private Map<String, List<Terms>> byTopic(List<Passage> passages) {
        return passages.stream()
                .collect(Collectors.groupingBy(
                        Passage::topic, Collectors.mapping(passage -> terms(passage.text()), Collectors.toList())));
    }

    private Terms terms(String text) {
        return Terms.of(text, language);
    }

    Weighed weighed(String text) {
        return coverage.weighed(terms(text));
    }

    /** The topics that share a word with the question, in no order. */
    List<Recall> find(Weighed question) {
        double asked = Math.sqrt(question.informs());
        Query query = query(question);
        return Stream.of(whole.find(query, asked, outdated), later.find(query, asked, Set.of()))
                .flatMap(List::stream)
                .toList();
    }

    /** Share, 0 to 1, of the question's informative terms that each topic's passages hold. Slow: for the best few. */
    Map<String, Double> coverage(Weighed question, Collection<String> topics) {
        return coverage.of(question, topics);
    }

    private static Query query(Weighed question) {
        var query = new BooleanQuery.Builder();
        question.terms().stream()
                .filter(Weighed.Term::isKnown)
                .collect(
                        Collectors.groupingBy(Weighed.Term::view, () -> new EnumMap<>(View.class), Collectors.toList()))
                .values()
                .forEach(terms -> terms.stream()
                        .sorted(Comparator.comparingDouble(Weighed.Term::informs)
                                .reversed())
                        .limit(MOST_TERMS)
                        .forEach(term -> query.add(clause(term), Occur.SHOULD)));
        return query.build();
    }

    private static Query clause(Weighed.Term term) {
        double boost = term.view().weight() * term.informs();
        return new BoostQuery(new TermQuery(new Term(term.view().name(), term.text())), (float) boost);
    }
}
