package org.plainline.knowledge;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes a word that is none for the word of the articles that it misses by a letter. English. */
final class Spelling implements Correction {
    private static final Pattern WORD = Pattern.compile("[a-z]{4,30}");

    /** How often the articles use a word; among equally near ones the most frequent is meant. */
    private final Map<String, Integer> words = new HashMap<>();

    /** Every way to leave out one letter of a word leads to it: two spellings that share one are near. */
    private final Map<String, List<String>> nearby = new HashMap<>();

    Spelling(Collection<Passage> passages) {
        read(passages);
    }

    private Spelling(Spelling other) {
        words.putAll(other.words);
        nearby.putAll(other.nearby);
    }

    @Override
    public Spelling with(Collection<Passage> more) {
        var next = new Spelling(this);
        next.read(more);
        return next;
    }

    private void read(Collection<Passage> passages) {
        Set<String> known = Set.copyOf(words.keySet());
        // Counties share paragraphs.
        Map<String, Integer> texts = new HashMap<>();
        passages.forEach(passage -> texts.merge(passage.text(), 1, Integer::sum));
        texts.forEach((text, times) -> WORD.matcher(Folding.fold(text))
                .results()
                .forEach(word -> words.merge(word.group(), times, Integer::sum)));
        words.keySet().stream()
                .filter(word -> !known.contains(word))
                .forEach(word -> shortened(word).forEach(key -> nearby.merge(key, List.of(word), Spelling::joined)));
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private static List<String> shortened(String word) {
        return Stream.concat(
                        Stream.of(word),
                        IntStream.range(0, word.length()).mapToObj(i -> word.substring(0, i) + word.substring(i + 1)))
                .distinct()
                .toList();
    }

    @Override
    public String correct(String folded, Predicate<String> isWord) {
        return WORD.matcher(folded)
                .replaceAll(found -> Matcher.quoteReplacement(
                        words.containsKey(found.group()) || isWord.test(found.group())
                                ? found.group()
                                : meant(found.group()).orElse(found.group())));
    }

    private Optional<String> meant(String word) {
        return shortened(word).stream()
                .flatMap(key -> nearby.getOrDefault(key, List.of()).stream())
                .filter(candidate -> candidate.charAt(0) == word.charAt(0))
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= 1)
                .max(Comparator.<String>comparingInt(candidate -> words.getOrDefault(candidate, 0))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
