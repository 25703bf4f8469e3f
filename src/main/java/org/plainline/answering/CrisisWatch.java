package org.plainline.answering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainline.resident.Language;

/**
 * Looks for signs of danger in a text. Word lists only: it works when everything else is down, and costs microseconds.
 */
final class CrisisWatch {
    private static final String HARMLESS = "harmless";

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private static final int TEXTS_KEPT = 10_000;
    /** What many say is short; long texts would only fill the memory. */
    private static final int LONGEST_KEPT = 200;

    private final List<Lexicon> lexicons =
            Stream.of(Language.values()).map(Lexicon::read).toList();

    /** Every text is looked at more than once on its way, and many say the same. */
    private final Cache<String, Optional<Danger>> seen =
            Caffeine.newBuilder().maximumSize(TEXTS_KEPT).build();

    /** The most urgent danger with a sign in the text, whatever language it is taken for. */
    Optional<Danger> in(String text) {
        return text.length() > LONGEST_KEPT ? look(text) : seen.get(text, this::look);
    }

    private Optional<Danger> look(String text) {
        String folded = fold(text);
        return lexicons.stream()
                .flatMap(lexicon -> lexicon.in(folded).stream())
                .min(java.util.Comparator.naturalOrder());
    }

    /**
     * Lower case, full width to half width, typographic apostrophes to plain ones, frequent traditional characters, and
     * no accents: thousands of them on one letter would keep the patterns busy for seconds.
     */
    static String fold(String text) {
        String parts = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String plain = ACCENTS.matcher(parts).replaceAll("");
        return TraditionalCharacters.simplify(plain.replace('’', '\'').replace('‘', '\''));
    }

    private record Lexicon(Language language, Pattern harmless, Map<Danger, Pattern> signs) {
        static Lexicon read(Language language) {
            Map<String, List<String>> sections = sections("crisis/words_" + language.code() + ".txt");
            Map<Danger, Pattern> signs = new EnumMap<>(Danger.class);
            for (Danger danger : Danger.values()) {
                signs.put(danger, pattern(language, sections.getOrDefault(danger.code(), List.of())));
            }
            return new Lexicon(language, pattern(language, sections.getOrDefault(HARMLESS, List.of())), signs);
        }

        Optional<Danger> in(String folded) {
            // Only Han text is squeezed: people and recognisers put spaces between characters, but English needs its
            // own.
            String text = language == Language.ZH ? folded.replaceAll("[^\\p{L}\\p{N}]", "") : folded;
            String rest = harmless.matcher(text).replaceAll("");
            return signs.entrySet().stream()
                    .filter(entry -> entry.getValue().matcher(rest).find())
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        private static Pattern pattern(Language language, List<String> phrases) {
            String gap = language == Language.ZH ? ".{0,6}?" : "(?:\\s+\\S+){0,3}?\\s+";
            // Only the beginning of an English word counts, so that "strangl" finds "strangled".
            String edge = language == Language.ZH ? "" : "\\b";
            return Pattern.compile(phrases.stream()
                    .map(phrase -> Stream.of(phrase.split("\\.\\."))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(gap, edge, "")))
                    .collect(Collectors.joining("|", "(?:", ")")));
        }

        private static Map<String, List<String>> sections(String resource) {
            Map<String, List<String>> sections = new java.util.HashMap<>();
            String section = "";
            for (String line : lines(resource)) {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.length() - 1);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    sections.computeIfAbsent(section, none -> new ArrayList<>()).addAll(List.of(line.split("\\|")));
                }
            }
            return sections;
        }

        private static List<String> lines(String resource) {
            var stream = CrisisWatch.class.getClassLoader().getResourceAsStream(resource);
            if (stream == null) {
                throw new IllegalStateException("Missing " + resource);
            }
            try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return reader.lines().map(String::strip).toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException("Cannot read " + resource, unreadable);
            }
        }
    }
}
