package org.plainline.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainline.knowledge.FolderContents.Content;
import org.plainline.resident.Language;

/** The folder on disk: reads it whole, and notices when it has changed and settled. Not safe for several threads. */
final class KnowledgeFolder {
    private final Path folder;
    private final InstantSource clock;
    private final SmsText sms;
    private final FolderReader files;
    private final ArticleReader reader = new ArticleReader();

    private FolderContents taken = FolderContents.NOTHING;
    private Map<ArticleFile, Reading> readings = Map.of();
    private @Nullable FolderContents settling;

    /** @param sms how an answer reads as a text message */
    KnowledgeFolder(Path folder, InstantSource clock, SmsText sms) {
        this.folder = folder;
        this.files = new FolderReader(folder);
        this.clock = clock;
        this.sms = sms;
    }

    /** @throws NoKnowledge when there is not one good article to answer from */
    Snapshot open() {
        try {
            Snapshot snapshot = take(files.look(), Snapshot.NONE);
            if (snapshot.isEmpty()) {
                throw NoKnowledge.noGoodArticle(folder, snapshot.findings());
            }
            return snapshot;
        } catch (IOException missing) {
            throw NoKnowledge.noFolder(folder, missing);
        }
    }

    /**
     * The next snapshot, once the folder stands as it stood at the look before: a file that is half written, or a
     * checkout half way through, looks different the next time.
     */
    Optional<Snapshot> changed(Snapshot current) {
        FolderContents seen = contents();
        if (seen.equals(taken)) {
            settling = null;
            return Optional.empty();
        }
        if (!seen.equals(settling)) {
            settling = seen;
            return Optional.empty();
        }
        settling = null;
        Snapshot next = take(seen, current);
        return Optional.of(next.isEmpty() ? current.with(nothingLeft(next.findings())) : next);
    }

    boolean isSettling() {
        return settling != null;
    }

    private FolderContents contents() {
        try {
            return files.look();
        } catch (IOException gone) {
            return FolderContents.NOTHING;
        }
    }

    /** A mount that went away must not take the answers with it. */
    private List<Finding> nothingLeft(List<Finding> findings) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(Finding.error(
                folder.toString(), 1, "folder", "holds no good article any more; the last good version is still used"));
        return all;
    }

    private Snapshot take(FolderContents contents, Snapshot before) {
        // In parallel: ten thousand articles are read and checked before the service can answer.
        Map<ArticleFile, Reading> now = contents.files().entrySet().parallelStream()
                .collect(Collectors.toMap(Map.Entry::getKey, this::reading, (a, _) -> a, TreeMap::new));
        readings = now;
        taken = contents;
        return snapshot(now, before);
    }

    private Reading reading(Map.Entry<ArticleFile, Content> entry) {
        ArticleFile file = entry.getKey();
        Content content = entry.getValue();
        Reading known = content.equals(taken.files().get(file)) ? readings.get(file) : null;
        return known == null ? read(file, content) : known;
    }

    private Snapshot snapshot(Map<ArticleFile, Reading> now, Snapshot before) {
        List<Article> articles = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        now.forEach((file, reading) -> {
            switch (reading) {
                case Reading.Sound(var article) -> articles.add(article);
                case Reading.Unsound(var defects) -> {
                    findings.addAll(defects);
                    Optional.ofNullable(before.article(file)).ifPresent(articles::add);
                }
            }
        });
        LocalValues local =
                beside(LocalValues.FILE, LocalValues.NONE, before.local(), findings, LocalValuesReader::read);
        Map<Language, Outside> outside = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            outside.put(
                    language,
                    beside(
                            Outside.file(language),
                            Outside.NOTHING,
                            before.outside().getOrDefault(language, Outside.NOTHING),
                            findings,
                            Outside::read));
        }
        Snapshot next = before.next(articles, outside, local, findings, clock.instant());
        // At a start there is no last good version to keep.
        return before.isEmpty() ? next : new Neighbours(folder, taken, before, sms).settled(next);
    }

    /** What a file beside the articles says; what it said last when it breaks a rule. */
    private <T> T beside(String name, T nothing, T last, List<Finding> findings, BiFunction<String, Findings, T> read) {
        var its = new Findings(folder.resolve(name).toString());
        T said = taken.beside(name, nothing, its, read);
        findings.addAll(its.inOrder());
        return its.haveErrors() ? last : said;
    }

    private Reading read(ArticleFile file, Content content) {
        String shownAs = folder.resolve(file.path()).toString();
        return switch (content) {
            case Content.Bytes(var bytes) -> reader.read(file, shownAs, bytes);
            case Content.Unreadable(var reason) ->
                new Reading.Unsound(List.of(Finding.error(shownAs, 1, "file", reason)));
        };
    }
}
