package org.plainline.knowledge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Turns the bytes of one file into an article, or says line by line what is wrong with them. */
final class ArticleReader {
    private static final String FENCE = "---";

    /** @param shownAs the file's name in findings */
    Reading read(ArticleFile file, String shownAs, ByteBuffer bytes) {
        var findings = new Findings(shownAs);
        Optional<Manuscript> manuscript = manuscript(file, bytes, Placeholder::unfilled, findings);
        return findings.haveErrors()
                ? new Reading.Unsound(findings.errors())
                : new Reading.Sound(article(file, bytes, manuscript.orElseThrow()));
    }

    /**
     * The text as residents get it, after every rule of publishing has looked at it; empty when it cannot even be
     * parsed.
     *
     * @param filled fills the placeholders
     */
    Optional<Manuscript> manuscript(
            ArticleFile file, ByteBuffer bytes, UnaryOperator<String> filled, Findings findings) {
        Optional<Manuscript> manuscript =
                text(bytes, findings).map(filled).flatMap(text -> manuscript(file, text, findings));
        manuscript.ifPresent(written -> ArticleRule.ALL.forEach(rule -> rule.check(written, findings)));
        return manuscript;
    }

    /** Article and lines of a file that was found to be sound before. */
    Draft draft(ArticleFile file, String shownAs, ByteBuffer bytes, Article article) {
        var none = new Findings(shownAs);
        return text(bytes, none)
                .flatMap(text -> manuscript(file, text, none))
                .map(written -> new Draft(shownAs, written, article))
                .orElseThrow();
    }

    /** The article with its placeholders, of a file whose text kept the rules. */
    Article article(ArticleFile file, ByteBuffer bytes, Manuscript unfilled) {
        var none = new Findings(file.path());
        return text(bytes, none)
                .filter(Placeholder::maybeIn)
                .flatMap(text -> manuscript(file, text, none))
                .map(Articles::of)
                .orElseGet(() -> Articles.of(unfilled));
    }

    /** Editors on Windows may leave a byte order mark and carriage returns: harmless, so not worth a refusal. */
    private static Optional<String> text(ByteBuffer bytes, Findings findings) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input = bytes.duplicate();
        try {
            String text = decoder.decode(input).toString().replace("\r\n", "\n");
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            findings.add(lineAt(bytes, input.position()), "encoding", "is not UTF-8");
            return Optional.empty();
        }
    }

    private static int lineAt(ByteBuffer bytes, int position) {
        int line = 1;
        for (int i = bytes.position(); i < position; i++) {
            if (bytes.get(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    private static Optional<Manuscript> manuscript(ArticleFile file, String text, Findings findings) {
        List<String> lines = text.lines().toList();
        int end = lines.isEmpty() || !lines.getFirst().equals(FENCE)
                ? -1
                : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end < 1 || hasControlCharacters(lines, findings)) {
            if (end < 1) {
                findings.add(1, "front-matter", "the file must begin with keys between two '---' lines");
            }
            return Optional.empty();
        }
        String head = String.join("\n", lines.subList(1, end));
        String body = String.join("\n", lines.subList(end + 1, lines.size()));
        // Line numbers count from 1: YAML starts on the second line, the body after the closing fence.
        List<WrittenSection> sections = new BodyReader(end + 2, findings).read(body);
        return new FrontMatterReader(2, findings)
                .read(head)
                .map(front -> new Manuscript(file.topic(), file.language(), front, sections));
    }

    private static boolean hasControlCharacters(List<String> lines, Findings findings) {
        boolean found = false;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
                findings.add(i + 1, "control-character", "holds a character that cannot be seen");
                found = true;
            }
        }
        return found;
    }
}
