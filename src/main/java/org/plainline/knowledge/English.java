package org.plainline.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** English text as terms. */
final class English {
    /** Words that say nothing alone. Negations are not among them: "no", "not", "without" are what it is about. */
    private static final CharArraySet SAY_NOTHING = new CharArraySet(
            List.of(
                    ("a an the and or of to in on at is are was were be been am it its this that these those i you he she"
                                    + " we they me my your his her our their for with as by do does did what how can if so"
                                    + " there have has had will would from but about")
                            .split(" ")),
            false);

    private static final Analyzer WORDS = analyzer(false);
    private static final Analyzer STEMS = analyzer(true);
    private static final int LETTERS_TOGETHER = 4;

    private English() {}

    static List<String> stems(String folded) {
        return Tokens.of(STEMS, folded);
    }

    static List<String> letters(String folded) {
        List<String> letters = new ArrayList<>();
        for (String word : Tokens.of(WORDS, folded)) {
            String bounded = "_" + word + "_";
            int last = Math.max(0, bounded.length() - LETTERS_TOGETHER);
            for (int i = 0; i <= last; i++) {
                letters.add(bounded.substring(i, Math.min(i + LETTERS_TOGETHER, bounded.length())));
            }
        }
        return letters;
    }

    private static Analyzer analyzer(boolean stemmed) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var tokens = new StandardTokenizer();
                TokenStream words =
                        new StopFilter(new ASCIIFoldingFilter(new EnglishPossessiveFilter(tokens)), SAY_NOTHING);
                return new TokenStreamComponents(tokens, stemmed ? new PorterStemFilter(words) : words);
            }
        };
    }
}
