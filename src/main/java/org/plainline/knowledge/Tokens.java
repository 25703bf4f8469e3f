package org.plainline.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** What a Lucene analyzer makes of a text, punctuation left out. */
final class Tokens {
    private Tokens() {}

    static List<String> of(Analyzer analyzer, String text) {
        List<String> tokens = new ArrayList<>();
        try (var stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String token = term.toString();
                if (token.codePoints().anyMatch(Character::isLetterOrDigit)) {
                    tokens.add(token);
                }
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", impossible);
        }
        return tokens;
    }
}
