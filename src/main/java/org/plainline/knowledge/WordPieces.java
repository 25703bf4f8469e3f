package org.plainline.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Breaks a text into the pieces of words that a BERT model knows, as its {@code tokenizer.json} prescribes. The library
 * that does this everywhere else weighs 50 MB of native code.
 */
final class WordPieces {
    private static final String CONTINUED = "##";
    private static final int LONGEST_WORD = 100;
    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?", ";", "。", "！", "？", "；");

    private final Map<String, Integer> numbers;
    private final long unknown;
    private final long begin;
    private final long end;
    private final BitSet marks = new BitSet();
    private final BitSet sentenceEnds = new BitSet();
    private final BitSet wordsBegin = new BitSet();

    private WordPieces(Map<String, Integer> numbers) {
        this.numbers = numbers;
        numbers.forEach((piece, number) -> {
            marks.set(number, piece.codePoints().noneMatch(Character::isLetterOrDigit));
            sentenceEnds.set(number, SENTENCE_ENDS.contains(piece));
            wordsBegin.set(number, !marks.get(number) && !piece.startsWith(CONTINUED) && !piece.startsWith("["));
        });
        this.unknown = number("[UNK]");
        this.begin = number("[CLS]");
        this.end = number("[SEP]");
    }

    /** Piece by piece: a tree of the whole file would take a third of a second when nothing is warm yet. */
    static WordPieces read(InputStream tokenizer) {
        Map<String, Integer> numbers = new HashMap<>();
        try (tokenizer;
                JsonParser json = JsonMapper.shared().createParser(tokenizer)) {
            while (!"vocab".equals(json.currentName()) || json.currentToken() != JsonToken.START_OBJECT) {
                if (json.nextToken() == null) {
                    throw new IllegalStateException("The model's tokenizer has no vocabulary");
                }
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                numbers.put(json.currentName(), json.nextIntValue(0));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The model's vocabulary cannot be read", unreadable);
        }
        return new WordPieces(numbers);
    }

    private long number(String piece) {
        Integer number = numbers.get(piece);
        if (number == null) {
            throw new IllegalStateException("The model's vocabulary has no " + piece);
        }
        return number;
    }

    /** Whether it is frequent enough to be a piece of its own. */
    boolean isWord(String word) {
        return numbers.containsKey(word);
    }

    /** Whether a piece has neither letters nor digits. */
    boolean isMark(long number) {
        return marks.get((int) number);
    }

    boolean endsSentence(long number) {
        return sentenceEnds.get((int) number);
    }

    /**
     * Share, 0 to 1, of the pieces that begin a word which no piece before has begun: about a half in what people tell,
     * next to nothing in strings of signs, fragments or the same again and again.
     */
    double telling(long[] pieces) {
        return (double) Arrays.stream(pieces)
                        .filter(piece -> wordsBegin.get((int) piece))
                        .distinct()
                        .count()
                / pieces.length;
    }

    /** Numbers of the pieces, with the marks of beginning and end; at most so many, cut at the end. */
    long[] of(String text, int most) {
        List<Long> pieces = new ArrayList<>();
        pieces.add(begin);
        for (String word : words(text)) {
            if (pieces.size() >= most) {
                break;
            }
            add(word, pieces);
        }
        List<Long> kept = pieces.subList(0, Math.min(pieces.size(), most - 1));
        kept.add(end);
        return kept.stream().mapToLong(Long::longValue).toArray();
    }

    /** The longest known beginning, again and again; a word with any unknown part is unknown as a whole. */
    private void add(String word, List<Long> pieces) {
        int before = pieces.size();
        int from = 0;
        while (from < word.length()) {
            int to = word.length() > LONGEST_WORD ? from : word.length();
            while (to > from && !numbers.containsKey(piece(word, from, to))) {
                to--;
            }
            if (to == from) {
                pieces.subList(before, pieces.size()).clear();
                pieces.add(unknown);
                return;
            }
            pieces.add(number(piece(word, from, to)));
            from = to;
        }
    }

    private static String piece(String word, int from, int to) {
        String part = word.substring(from, to);
        return from == 0 ? part : CONTINUED + part;
    }

    /** Lower case without accents; Chinese characters and punctuation marks are words of their own. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        Normalizer.normalize(text.toLowerCase(java.util.Locale.ROOT), Normalizer.Form.NFD)
                .codePoints()
                .forEach(point -> {
                    if (isApart(point) || isSpace(point)) {
                        finish(word, words);
                    }
                    if (isApart(point)) {
                        words.add(Character.toString(point));
                    } else if (!isSpace(point) && !isDropped(point)) {
                        word.appendCodePoint(point);
                    }
                });
        finish(word, words);
        return words;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean isDropped(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            default -> point == 0xFFFD;
        };
    }

    private static boolean isApart(int point) {
        return Character.isIdeographic(point)
                || (point > ' ' && point < 127 && !Character.isLetterOrDigit(point))
                || switch (Character.getType(point)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }
}
