package org.plainline.knowledge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which sounds of characters alone and in pairs, or runs of four letters, stand at the head of an article: what it may
 * be about, as can be seen at a glance. By hand rather than by YAML and {@link View}s, because ten thousand files are
 * looked at before anyone is answered.
 *
 * @param marks the places of what stands there; a few share one
 */
record Outline(ArticleFile file, BitSet marks) {
    private static final Set<String> TELLING = Set.of("title", "questions", "words", "short");
    private static final String FENCE = "---";
    private static final int LETTERS_TOGETHER = 4;
    private static final int PLACES_BITS = 15;

    private enum Script {
        HAN,
        LETTERS,
        NONE;

        static Script of(char character) {
            if (Character.isIdeographic(character)) {
                return HAN;
            }
            return Character.isLetterOrDigit(character) ? LETTERS : NONE;
        }
    }

    /** @param bytes of the whole file; what is no text in them is told when it is read */
    static Outline of(ArticleFile file, ByteBuffer bytes) {
        var copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        var text = new String(copy, StandardCharsets.UTF_8);
        var marks = new BitSet(1 << PLACES_BITS);
        boolean tells = false;
        for (String line : (Iterable<String>) text.lines().skip(1).takeWhile(line -> !line.equals(FENCE))::iterator) {
            if (!line.isEmpty() && Character.isLetter(line.charAt(0))) {
                tells = TELLING.contains(
                        line.substring(0, Math.max(0, line.indexOf(':'))).strip());
            }
            if (tells) {
                mark(line, marks);
            }
        }
        return new Outline(file, marks);
    }

    private static void mark(String text, BitSet marks) {
        int end;
        for (int begin = 0; begin < text.length(); begin = end) {
            Script script = Script.of(text.charAt(begin));
            end = begin + 1;
            while (end < text.length() && Script.of(text.charAt(end)) == script) {
                end++;
            }
            switch (script) {
                case HAN -> markSounds(text, begin, end, marks);
                case LETTERS -> markLetters(text, begin, end, marks);
                case NONE -> {}
            }
        }
    }

    /** Very short questions have no two characters. */
    private static void markSounds(String text, int begin, int end, BitSet marks) {
        int before = 0;
        for (int i = begin; i < end; i++) {
            int sound = Chinese.sound(text.charAt(i)).hashCode();
            marks.set(place(sound));
            if (i > begin) {
                marks.set(place(31 * before + sound));
            }
            before = sound;
        }
    }

    /** A word of fewer letters than stand together counts whole. */
    private static void markLetters(String text, int begin, int end, BitSet marks) {
        int letters = 0;
        for (int i = begin; i < end; i++) {
            letters = (letters << Byte.SIZE) | (Character.toLowerCase(text.charAt(i)) & 0xFF);
            if (i + 1 >= Math.min(begin + LETTERS_TOGETHER, end)) {
                marks.set(place(letters));
            }
        }
    }

    /** The upper bits of a product with the golden ratio: neighbours come to lie far apart. */
    private static int place(int mark) {
        return (mark * 0x9E37_79B1) >>> (Integer.SIZE - PLACES_BITS);
    }

    /** Those that share anything with the text, first those that share most of what few others have. */
    static Stream<ArticleFile> nearest(List<Outline> outlines, String text) {
        var asked = new BitSet();
        mark(Folding.fold(text), asked);
        int[] holding = new int[asked.length()];
        outlines.forEach(outline -> outline.shared(asked).forEach(mark -> holding[mark]++));
        return outlines.stream()
                .map(outline -> Map.entry(
                        outline.file,
                        outline.shared(asked)
                                .mapToDouble(mark -> tells(holding[mark], outlines.size()))
                                .sum()))
                .filter(shared -> shared.getValue() > 0)
                .sorted(Map.Entry.<ArticleFile, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private IntStream shared(BitSet asked) {
        BitSet both = (BitSet) asked.clone();
        both.and(marks);
        return both.stream();
    }

    private static double tells(int holding, int all) {
        return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
    }
}
