package org.plainline.knowledge;

import java.util.List;
import java.util.stream.Stream;
import org.plainline.resident.Language;

/**
 * Whoever asks a sample question word for word gets its own article. By its words, as while the models are loading:
 * what the same sentence means is nearest to itself anyway.
 */
final class RankingRule implements FolderRule {
    @Override
    public Stream<Finding> check(Drafts drafts) {
        return Stream.of(Language.values()).flatMap(language -> {
            List<Draft> its = drafts.in(language).toList();
            var words = new Meanings(language);
            Shelf shelf =
                    Shelf.empty(language).with(its.stream().map(Draft::article).toList());
            return its.parallelStream().flatMap(draft -> lost(draft, shelf, words)).toList().stream();
        });
    }

    private Stream<Finding> lost(Draft draft, Shelf shelf, Meanings words) {
        return draft.questions().stream()
                .flatMap(question -> shelf.find(question.text(), words, Retrieval.WORDS, 1).stream()
                        .map(match -> match.article().topic())
                        .filter(first -> !first.equals(draft.article().topic()))
                        .map(first -> finding(draft, question, first)));
    }

    static Finding finding(Draft draft, Written question, String first) {
        return draft.error(question.line(), "ranking", "'" + question.text() + "' finds " + first + " first");
    }
}
