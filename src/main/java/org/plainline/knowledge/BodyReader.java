package org.plainline.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Splits the Markdown of an article at its headings; a {@code ##} inside a code block is not one. */
final class BodyReader {
    private static final Parser MARKDOWN =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    private static final Pattern LIST_MARK = Pattern.compile("^\\s*(?:[-*]|\\d+\\.)\\s+");

    private final int firstLine;
    private final Findings findings;

    /** @param firstLine number, in the file, of the first line of the body */
    BodyReader(int firstLine, Findings findings) {
        this.firstLine = firstLine;
        this.findings = findings;
    }

    List<WrittenSection> read(String body) {
        List<String> lines = body.lines().toList();
        List<Heading> headings = headings(MARKDOWN.parse(body));
        List<WrittenSection> sections = new ArrayList<>();
        int first = headings.isEmpty() ? lines.size() : index(headings.getFirst());
        if (!text(lines, 0, first).isBlank()) {
            findings.add(firstLine, "heading", "text stands before the first '##' heading");
        }
        for (int i = 0; i < headings.size(); i++) {
            int start = index(headings.get(i));
            int end = i + 1 < headings.size() ? index(headings.get(i + 1)) : lines.size();
            sections.add(section(headings.get(i), lines, start, end));
        }
        return sections;
    }

    private WrittenSection section(Heading heading, List<String> lines, int start, int end) {
        int line = firstLine + start;
        if (heading.getLevel() != 2 || !lines.get(start).startsWith("## ")) {
            findings.add(line, "heading", "only '## ' headings are used");
        }
        var words = new Written(lines.get(start).replaceFirst("^#*\\s*", "").strip(), line);
        return new WrittenSection(words, text(lines, start + 1, end), linesOf(lines, start + 1, end));
    }

    /** Each line that says something, without its list mark. */
    private List<Written> linesOf(List<String> lines, int from, int to) {
        List<Written> written = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String words = LIST_MARK.matcher(lines.get(i)).replaceFirst("").strip();
            if (!words.isEmpty()) {
                written.add(new Written(words, firstLine + i));
            }
        }
        return written;
    }

    private static List<Heading> headings(Node document) {
        List<Heading> headings = new ArrayList<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                headings.add(heading);
            }
        }
        return headings;
    }

    private static int index(Heading heading) {
        return heading.getSourceSpans().getFirst().getLineIndex();
    }

    private static String text(List<String> lines, int from, int to) {
        return String.join("\n", lines.subList(from, to)).strip();
    }
}
