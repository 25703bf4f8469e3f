package org.plainline.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a character for another one that sounds alike where the articles write that one beside its neighbours, and
 * where it makes a dictionary's word with them. Chinese. The most likely reading of a whole run of characters counts: a
 * change has its price, and what the dictionary knows as a word is not changed.
 */
final class Homophones implements Correction {
    /** Logarithms of likelihoods. Fitted to misheard and mistyped questions, with and without their slips. */
    private static final double PRICE = 6;

    /** So many times as likely as its frequency alone is any pair, before it was ever seen. */
    private static final double UNSEEN = 20;

    private static final double NEVER_WRITTEN = 0.05;
    private static final int CHARACTERS_THERE_ARE = 6_000;
    private static final int CANDIDATES = 15;

    /** A longer story is understood in spite of its slips, and each character takes its time. */
    private static final int LONGEST = 500;

    /** Filled as characters turn up; threads may do the same look-up twice, they write the same value. */
    private static final String[] SOUNDS = new String[Character.MAX_VALUE + 1];

    private final Map<Integer, Integer> pairs = new HashMap<>();
    private final Map<Character, Integer> singles = new HashMap<>();
    private final Map<String, List<Character>> bySound = new HashMap<>();
    private int written;

    Homophones(Collection<Passage> passages) {
        read(passages);
    }

    private Homophones(Homophones other) {
        pairs.putAll(other.pairs);
        singles.putAll(other.singles);
    }

    @Override
    public Homophones with(Collection<Passage> more) {
        var next = new Homophones(this);
        next.read(more);
        return next;
    }

    private void read(Collection<Passage> passages) {
        passages.stream().map(Passage::text).distinct().map(Folding::fold).forEach(this::read);
        written = singles.values().stream().mapToInt(Integer::intValue).sum();
        singles.keySet().stream()
                .sorted(Comparator.comparingInt((Character character) -> -times(character))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(character -> bySound.computeIfAbsent(sound(character), _ -> new ArrayList<>())
                        .add(character));
    }

    private void read(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            char character = folded.charAt(i);
            if (Character.isIdeographic(character)) {
                singles.merge(character, 1, Integer::sum);
                if (i > 0 && Character.isIdeographic(folded.charAt(i - 1))) {
                    pairs.merge(pair(folded.charAt(i - 1), character), 1, Integer::sum);
                }
            }
        }
    }

    private static int pair(char first, char second) {
        return first << Character.SIZE | second;
    }

    private int times(char character) {
        return singles.getOrDefault(character, 0);
    }

    /** Much of China does not tell apart zh and z, ng and n, l and n. */
    private static String sound(char character) {
        String known = SOUNDS[character];
        if (known == null) {
            known = Chinese.sound(character)
                    .replaceFirst("^([zcs])h", "$1")
                    .replaceFirst("^l", "n")
                    .replaceFirst("ng$", "n");
            SOUNDS[character] = known;
        }
        return known;
    }

    @Override
    public String correct(String folded, Predicate<String> isWord) {
        if (folded.length() > LONGEST) {
            return folded;
        }
        Set<Integer> open = standingAlone(folded);
        char[] meant = folded.toCharArray();
        for (int begin = 0, end; begin < meant.length; begin = end + 1) {
            end = begin;
            while (end < meant.length && Character.isIdeographic(meant[end])) {
                end++;
            }
            likeliest(meant, begin, end, open);
        }
        String changed = new String(meant);
        if (changed.equals(folded)) {
            return folded;
        }
        standingAlone(changed).forEach(place -> meant[place] = folded.charAt(place));
        return new String(meant);
    }

    /** Places of the characters that make no word with their neighbours. */
    private static Set<Integer> standingAlone(String text) {
        Set<Integer> places = new HashSet<>();
        int from = 0;
        for (String word : Chinese.words(text)) {
            int at = text.indexOf(word, from);
            if (at >= 0) {
                if (word.length() == 1 && Character.isIdeographic(word.charAt(0))) {
                    places.add(at);
                }
                from = at + word.length();
            }
        }
        return places;
    }

    /** Viterbi's way: of every candidate for a place, only the best way to reach it is kept. */
    private void likeliest(char[] text, int begin, int end, Set<Integer> open) {
        List<Way> ends = List.of();
        for (int place = begin; place < end; place++) {
            char said = text[place];
            List<Way> before = ends;
            ends = candidates(said, open.contains(place))
                    .map(candidate -> reached(candidate, before, candidate == said ? 0 : PRICE))
                    .toList();
        }
        Way best =
                ends.stream().max(Comparator.comparingDouble(Way::likelihood)).orElse(null);
        for (int place = end - 1; best != null; place--) {
            text[place] = best.character();
            best = best.before();
        }
    }

    private Stream<Character> candidates(char said, boolean isOpen) {
        return isOpen
                ? Stream.concat(
                        Stream.of(said),
                        bySound.getOrDefault(sound(said), List.of()).stream()
                                .filter(other -> other != said)
                                .limit(CANDIDATES))
                : Stream.of(said);
    }

    private Way reached(char candidate, List<Way> before, double price) {
        return before.stream()
                .map(way -> new Way(candidate, way.likelihood() + likelihood(way.character(), candidate) - price, way))
                .max(Comparator.comparingDouble(Way::likelihood))
                .orElseGet(() -> new Way(candidate, Math.log(share(candidate)) - price, null));
    }

    private double likelihood(char first, char second) {
        int seen = pairs.getOrDefault(pair(first, second), 0);
        return Math.log((seen + UNSEEN * share(second)) / (times(first) + UNSEEN));
    }

    private double share(char character) {
        return (times(character) + NEVER_WRITTEN) / (written + NEVER_WRITTEN * CHARACTERS_THERE_ARE);
    }

    /** The likeliest characters up to a place that end with this one. */
    private record Way(
            char character, double likelihood, @Nullable Way before) {}
}
