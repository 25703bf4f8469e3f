package org.plainline.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.plainline.knowledge.FolderContents.Content;
import org.plainline.resident.Language;
import org.plainline.resident.Places;

/** Holds a whole folder of articles to every rule, as an editor does before publishing. */
public final class KnowledgeCheck {
    private final Path folder;
    private final ArticleReader reader = new ArticleReader();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<OutsideRule> outside = new ArrayList<>();
    private LocalValues local = LocalValues.NONE;

    private KnowledgeCheck(Path folder) {
        this.folder = folder;
    }

    /**
     * Everything that is wrong or doubtful, in the order of files and lines.
     *
     * @param places which may have local values
     * @param today the day that reviews and effective dates are held against
     * @param sms how an answer reads as a text message
     */
    public static List<Finding> of(Path folder, Places places, LocalDate today, SmsText sms) {
        var check = new KnowledgeCheck(folder);
        try {
            check.readAll(new FolderReader(folder).look());
            var all = new Drafts(check.drafts);
            Stream.of(
                            Stream.of(new LocalValuesRule(check.path(LocalValues.FILE), check.local, places)),
                            check.outside.stream(),
                            FolderRule.all(today, sms, check.local, Jargon.in(folder)).stream())
                    .flatMap(rules -> rules)
                    .forEach(rule -> rule.check(all).forEach(check.findings::add));
        } catch (IOException unreadable) {
            check.findings.add(Finding.error(folder.toString(), 1, "folder", "cannot be read"));
        }
        Collections.sort(check.findings);
        return List.copyOf(check.findings);
    }

    private void readAll(FolderContents contents) {
        local = beside(contents, LocalValues.FILE, LocalValues.NONE, LocalValuesReader::read);
        for (Language language : Language.values()) {
            String file = Outside.file(language);
            outside.add(new OutsideRule(path(file), language, beside(contents, file, Outside.NOTHING, Outside::read)));
        }
        new TreeMap<>(contents.files()).forEach(this::read);
        contents.files().keySet().stream()
                .sorted()
                .filter(file -> !contents.files().containsKey(file.inOtherLanguage()))
                .forEach(file -> findings.add(Finding.error(
                        path(file.path()), 1, "language", file.inOtherLanguage().path() + " is missing")));
        if (contents.files().isEmpty()) {
            findings.add(Finding.error(folder.toString(), 1, "folder", "holds no article"));
        }
    }

    private <T> T beside(FolderContents contents, String name, T nothing, BiFunction<String, Findings, T> read) {
        var its = new Findings(path(name));
        T said = contents.beside(name, nothing, its, read);
        findings.addAll(its.inOrder());
        return said;
    }

    private void read(ArticleFile file, Content content) {
        switch (content) {
            case Content.Unreadable(var reason) -> findings.add(Finding.error(path(file.path()), 1, "file", reason));
            case Content.Bytes(var bytes) -> {
                var its = new Findings(path(file.path()));
                Optional<Manuscript> manuscript = reader.manuscript(file, bytes, its);
                manuscript.ifPresent(written -> reader.check(written, Placeholder::unfilled, its));
                manuscript.filter(_ -> !its.haveErrors()).ifPresent(written -> {
                    drafts.add(
                            new Draft(path(file.path()), written.worded(Placeholder::unfilled), Articles.of(written)));
                    local.places().forEach(place -> checkIn(place, file, written));
                });
                findings.addAll(its.inOrder());
            }
        }
    }

    /** What is good with the words for everywhere may still break a rule with the value of one place. */
    private void checkIn(String place, ArticleFile file, Manuscript written) {
        var its = new Findings(path(file.path()));
        reader.check(written, text -> local.fill(text, place, file.language()), its);
        its.errors()
                .forEach(error -> findings.add(Finding.error(
                        error.path(), error.line(), error.rule(), error.message() + ", with the values of " + place)));
    }

    private String path(String name) {
        return folder.resolve(name).normalize().toString();
    }
}
