package org.plainline.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.plainline.knowledge.FolderContents.Content;
import org.plainline.resident.Language;

/** Holds a whole folder of articles to every rule, as an editor does before publishing. */
public final class KnowledgeCheck {
    private final Path folder;
    private final ArticleReader reader = new ArticleReader();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();

    private KnowledgeCheck(Path folder) {
        this.folder = folder;
    }

    /**
     * Everything that is wrong or doubtful, in the order of files and lines.
     *
     * @param today the day that reviews and effective dates are held against
     * @param sms how an answer reads as a text message
     */
    public static List<Finding> of(Path folder, LocalDate today, SmsText sms) {
        var check = new KnowledgeCheck(folder);
        try {
            check.read(FolderContents.look(folder));
            var all = new Drafts(check.drafts);
            FolderRule.all(today, sms, Jargon.in(folder))
                    .forEach(rule -> rule.check(all).forEach(check.findings::add));
        } catch (IOException unreadable) {
            check.findings.add(Finding.error(folder.toString(), 1, "folder", "cannot be read"));
        }
        Collections.sort(check.findings);
        return List.copyOf(check.findings);
    }

    private void read(FolderContents contents) {
        contents.files().forEach(this::read);
        contents.files().keySet().stream()
                .filter(file -> !contents.files().containsKey(otherLanguage(file)))
                .forEach(file -> findings.add(Finding.error(
                        path(file), 1, "language", otherLanguage(file).path() + " is missing")));
        if (contents.files().isEmpty()) {
            findings.add(Finding.error(folder.toString(), 1, "folder", "holds no article"));
        }
    }

    private void read(ArticleFile file, Content content) {
        switch (content) {
            case Content.Unreadable(var reason) -> findings.add(Finding.error(path(file), 1, "file", reason));
            case Content.Bytes(var bytes) -> {
                var its = new Findings(path(file));
                reader.manuscript(file, bytes, its)
                        .filter(_ -> !its.haveErrors())
                        .ifPresent(written -> drafts.add(new Draft(path(file), written, Articles.of(written))));
                findings.addAll(its.inOrder());
            }
        }
    }

    private static ArticleFile otherLanguage(ArticleFile file) {
        return new ArticleFile(file.topic(), file.language() == Language.ZH ? Language.EN : Language.ZH);
    }

    private String path(ArticleFile file) {
        return folder.resolve(file.path()).normalize().toString();
    }
}
