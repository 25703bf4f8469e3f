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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainline.knowledge.FolderContents.Content;
import org.plainline.resident.Language;

/**
 * The folder on disk: reads it whole, and notices when it has changed and settled. Not safe for several threads; only
 * what a {@link FirstLook} reads may be read by any.
 */
final class KnowledgeFolder {
    /** To read so many articles takes longer than all the rest of a start. */
    private static final int MANY = 1_000;

    private final Path folder;
    private final InstantSource clock;
    private final SmsText sms;
    private final FolderReader files;
    private final ArticleReader reader = new ArticleReader();

    private FolderContents taken = FolderContents.NOTHING;
    private Map<ArticleFile, Reading> readings = Map.of();
    /** What there was only a first look at. */
    private FolderContents begun = FolderContents.NOTHING;

    private @Nullable FolderContents settling;

    /** @param sms how an answer reads as a text message */
    KnowledgeFolder(Path folder, InstantSource clock, SmsText sms) {
        this.folder = folder;
        this.files = new FolderReader(folder);
        this.clock = clock;
        this.sms = sms;
    }

    /**
     * What a service can start with: all articles, or a first look when they are many.
     *
     * @throws NoKnowledge when there is not one good article to answer from
     */
    Holdings begin() {
        FolderContents seen = seen();
        if (seen.files().size() <= MANY) {
            return whole(seen);
        }
        FirstLook first = firstLook(seen);
        if (first.isEmpty()) {
            return whole(seen);
        }
        begun = seen;
        return first;
    }

    /** All that there was a first look at, as it stood then: what has changed since is {@link #changed}. */
    Snapshot finish() {
        Snapshot all = whole(begun);
        begun = FolderContents.NOTHING;
        // Files that were read at one look only are all read again at the next: now, when nobody waits for it.
        contents();
        return all;
    }

    /**
     * All articles, however many.
     *
     * @throws NoKnowledge when there is not one good article to answer from
     */
    Snapshot open() {
        return whole(seen());
    }

    private FolderContents seen() {
        try {
            return files.look();
        } catch (IOException missing) {
            throw NoKnowledge.noFolder(folder, missing);
        }
    }

    private Snapshot whole(FolderContents seen) {
        Snapshot snapshot = take(seen, Snapshot.NONE);
        if (snapshot.isEmpty()) {
            throw NoKnowledge.noGoodArticle(folder, snapshot.findings());
        }
        return snapshot;
    }

    /**
     * By one thread, because the database, which everything else waits for, starts at the same time. What is wrong is
     * told when the whole has been read.
     */
    private FirstLook firstLook(FolderContents seen) {
        List<Outline> outlines = new TreeMap<>(seen.files())
                .entrySet().stream()
                        .flatMap(entry -> outline(entry.getKey(), entry.getValue()).stream())
                        .toList();
        List<Finding> untold = new ArrayList<>();
        return new FirstLook(
                outlines,
                file -> Optional.ofNullable(seen.files().get(file))
                        .map(content -> read(file, content))
                        .orElse(null),
                outside(seen, Snapshot.NONE, untold),
                local(seen, Snapshot.NONE, untold));
    }

    private static Optional<Outline> outline(ArticleFile file, Content content) {
        return content instanceof Content.Bytes(var bytes) ? Optional.of(Outline.of(file, bytes)) : Optional.empty();
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
        // In parallel: somebody waits for it, be it for ten thousand articles to be found by what they mean.
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
        LocalValues local = local(taken, before, findings);
        Snapshot next = before.next(articles, outside(taken, before, findings), local, findings, clock.instant());
        // At a start there is no last good version to keep.
        return before.isEmpty() ? next : new Neighbours(folder, taken, before, sms).settled(next);
    }

    private LocalValues local(FolderContents contents, Snapshot before, List<Finding> findings) {
        var its = new Findings(folder.resolve(LocalValues.FILE).toString());
        LocalValues said = contents.beside(LocalValues.FILE, LocalValues.NONE, its, LocalValuesReader::read);
        return unless(its, said, before.local(), findings);
    }

    private Map<Language, Outside> outside(FolderContents contents, Snapshot before, List<Finding> findings) {
        Map<Language, Outside> outside = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            var its = new Findings(folder.resolve(Outside.file(language)).toString());
            Outside said = contents.beside(Outside.file(language), Outside.NOTHING, its, Outside::read);
            Outside last = before.outside().getOrDefault(language, Outside.NOTHING);
            outside.put(language, unless(its, said, last, findings));
        }
        return outside;
    }

    /** What a file beside the articles says; what it said last when it breaks a rule. */
    private static <T> T unless(Findings broken, T said, T last, List<Finding> findings) {
        findings.addAll(broken.inOrder());
        return broken.haveErrors() ? last : said;
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
