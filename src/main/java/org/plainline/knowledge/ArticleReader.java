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
        Optional<Manuscript> written = manuscript(file, bytes, findings);
        written.ifPresent(manuscript -> check(manuscript, Placeholder::unfilled, findings));
        return findings.haveErrors()
                ? new Reading.Unsound(findings.errors())
                : new Reading.Sound(Articles.of(written.orElseThrow()));
    }

    /** The text as its author wrote it, nothing filled in yet; empty when it cannot even be parsed. */
    Optional<Manuscript> manuscript(ArticleFile file, ByteBuffer bytes, Findings findings) {
        return text(bytes, findings).flatMap(text -> manuscript(file, text, findings));
    }

    /**
     * Every rule of publishing looks at the text as residents get it.
     *
     * @param filled fills the placeholders
     */
    void check(Manuscript written, UnaryOperator<String> filled, Findings findings) {
        Manuscript told = written.worded(filled);
        ArticleRule.ALL.forEach(rule -> rule.check(told, findings));
    }

    /** Article and lines of a file that was found to be sound before. */
    Draft draft(ArticleFile file, String shownAs, ByteBuffer bytes, Article article) {
        return manuscript(file, bytes, new Findings(shownAs))
                .map(written -> new Draft(shownAs, written, article))
                .orElseThrow();
    }

    /** Editors on Windows may leave a byte order mark and carriage returns: harmless, so not worth a refusal. */
    static Optional<String> text(ByteBuffer bytes, Findings findings) {
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
            if (hasControlCharacter(lines.get(i))) {
                findings.add(i + 1, "control-character", "holds a character that cannot be seen");
                found = true;
            }
        }
        return found;
    }

    private static boolean hasControlCharacter(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i)) && line.charAt(i) != '\t') {
                return true;
            }
        }
        return false;
    }
}
