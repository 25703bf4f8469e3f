package org.plainline.knowledge;

import java.util.List;
import org.plainline.resident.Wording;

/** The eight parts, in their order and under their exact names, each with something below. */
final class HeadingsRule implements ArticleRule {
    private static final Wording WORDING = Wording.of("knowledge");

    @Override
    public void check(Manuscript manuscript, Findings findings) {
        List<WrittenSection> sections = manuscript.sections();
        Section.Kind[] kinds = Section.Kind.values();
        for (int i = 0; i < kinds.length; i++) {
            String wanted = WORDING.say(manuscript.language(), "heading." + kinds[i]);
            if (i >= sections.size()) {
                findings.add(lastLine(manuscript), "heading", "'## " + wanted + "' is missing");
                return;
            }
            Written heading = sections.get(i).heading();
            if (!heading.text().equals(wanted)) {
                findings.add(heading.line(), "heading", "must be '## " + wanted + "'");
                return;
            }
        }
        if (sections.size() > kinds.length) {
            findings.add(sections.get(kinds.length).heading().line(), "heading", "is one heading too many");
        }
        sections.stream()
                .filter(section -> section.markdown().isBlank())
                .forEach(section ->
                        findings.add(section.heading().line(), "empty", "nothing stands below this heading"));
    }

    private static int lastLine(Manuscript manuscript) {
        List<WrittenSection> sections = manuscript.sections();
        return sections.isEmpty()
                ? manuscript.front().line()
                : sections.getLast().heading().line();
    }
}
