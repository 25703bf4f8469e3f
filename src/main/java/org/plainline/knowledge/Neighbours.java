package org.plainline.knowledge;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainline.knowledge.FolderContents.Content;

/**
 * Keeps the last good version of an article whose change does not get on with the others, or with the rest of a text
 * message: each of its new questions must find it first, no other article may answer one too, both languages have as
 * many steps. Questions that it takes away from others, or no longer answers best itself, are found by {@code check}
 * only: asking those of ten thousand articles takes minutes.
 */
final class Neighbours {
    /** Enough to meet any other article with the same question. */
    private static final int NEAREST = 10;

    /** Changed articles times all articles: asking more would hold up a correction. Then only {@code check} looks. */
    private static final long MOST_COMPARED = 20_000;

    private final Path folder;
    private final FolderContents contents;
    private final Snapshot before;
    private final SmsText sms;
    private final ArticleReader reader = new ArticleReader();

    /** @param contents what the changed articles were read from */
    Neighbours(Path folder, FolderContents contents, Snapshot before, SmsText sms) {
        this.folder = folder;
        this.contents = contents;
        this.before = before;
        this.sms = sms;
    }

    /** The next snapshot without the changes that do not fit in, which it names among its findings. */
    Snapshot settled(Snapshot next) {
        List<Draft> changed = contents.files().entrySet().stream()
                .flatMap(entry -> changed(entry.getKey(), entry.getValue(), next).stream())
                .toList();
        if (changed.size() * next.articles().count() > MOST_COMPARED) {
            return next;
        }
        Map<Article, List<Finding>> unfit = new HashMap<>();
        for (Draft draft : changed) {
            List<Finding> findings =
                    Stream.concat(alone(draft, next), among(draft, next)).toList();
            if (!findings.isEmpty()) {
                unfit.put(draft.article(), findings);
            }
        }
        // Once more: what has stayed may have a question that moved to an article which was let in.
        return unfit.isEmpty() ? next : settled(without(unfit, next));
    }

    private Optional<Draft> changed(ArticleFile file, Content content, Snapshot next) {
        return Optional.ofNullable(next.article(file))
                .filter(article -> !article.equals(before.article(file)))
                .flatMap(article -> content instanceof Content.Bytes(var bytes)
                        ? Optional.of(reader.draft(file, path(file), bytes, article))
                        : Optional.empty());
    }

    private Snapshot without(Map<Article, List<Finding>> unfit, Snapshot next) {
        List<Article> articles = next.articles()
                .flatMap(article -> unfit.containsKey(article)
                        ? Stream.ofNullable(before.article(ArticleFile.of(article)))
                        : Stream.of(article))
                .toList();
        List<Finding> findings = Stream.concat(
                        next.findings().stream(), unfit.values().stream().flatMap(List::stream))
                .sorted()
                .toList();
        return before.next(articles, next.outside(), next.local(), findings, next.loaded());
    }

    private Stream<Finding> alone(Draft draft, Snapshot next) {
        return Stream.concat(
                new SmsSegmentsRule(sms, next.local())
                        .check(new Drafts(List.of(draft)))
                        .filter(Finding::isError),
                Optional.ofNullable(next.article(ArticleFile.of(draft.article()).inOtherLanguage()))
                        .flatMap(other -> StepsRule.finding(draft, other))
                        .stream());
    }

    private Stream<Finding> among(Draft draft, Snapshot next) {
        Article known = before.article(ArticleFile.of(draft.article()));
        List<String> asked = known == null ? List.of() : known.questions();
        return draft.questions().parallelStream()
                .filter(question -> !asked.contains(question.text()))
                .flatMap(question -> finding(draft, question, next).stream());
    }

    private Optional<Finding> finding(Draft draft, Written question, Snapshot next) {
        Article own = draft.article();
        List<Article> found = next
                .shelf(own.language())
                .find(question.text(), new Meanings(own.language()), Retrieval.WORDS, NEAREST)
                .stream()
                .map(Match::article)
                .toList();
        return found.stream()
                .filter(article -> isOther(article, own) && SameQuestionRule.isAskedIn(article, question))
                .findFirst()
                .map(article -> SameQuestionRule.finding(draft, question, path(ArticleFile.of(article))))
                .or(() -> found.stream()
                        .limit(1)
                        .filter(first -> isOther(first, own))
                        .findFirst()
                        .map(first -> RankingRule.finding(draft, question, first.topic())));
    }

    private static boolean isOther(Article article, Article own) {
        return !article.topic().equals(own.topic());
    }

    private String path(ArticleFile file) {
        return folder.resolve(file.path()).toString();
    }
}
