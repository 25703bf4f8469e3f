package org.plainline.answering;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainline.knowledge.Match;
import org.plainline.knowledge.Rival;
import org.plainline.knowledge.Section;

/**
 * Why a text is answered as it is, for editors.
 *
 * @param matches best first
 * @param signs what speaks for the first, by name; empty while the models are not loaded
 * @param goesOn about the article that was talked about; null where none was, or nothing tells
 */
public record Explanation(
        List<Match> matches,
        Map<String, Double> signs,
        Judgement judgement,
        @Nullable GoesOn goesOn) {
    private static final int SHOWN = 5;

    /**
     * @param likely 0 to 1
     * @param section heading of the one that is asked for then; null for the article as a whole
     */
    public record GoesOn(double likely, @Nullable String section) {
        static GoesOn of(GoingOn goingOn) {
            Section.Kind kind = goingOn.section();
            return new GoesOn(
                    goingOn.likely(),
                    kind == null ? null : goingOn.open().section(kind).heading());
        }
    }

    /** What it may be about instead, which no article answers; null where nothing tells. */
    public @Nullable Rival rival() {
        return matches.isEmpty() ? null : matches.getFirst().rival();
    }

    /** A line a fact. */
    public List<String> lines() {
        return Stream.of(
                        Stream.of(String.format(
                                Locale.ROOT, "%s, confidence %.2f", judgement.verdict(), judgement.confidence())),
                        signs.entrySet().stream()
                                .map(sign -> String.format(Locale.ROOT, "  %s: %.2f", sign.getKey(), sign.getValue())),
                        Stream.ofNullable(rival())
                                .map(rival -> "  of what no article answers, most like " + rival.subject()),
                        matches.stream().limit(SHOWN).flatMap(Explanation::lines))
                .flatMap(lines -> lines)
                .toList();
    }

    private static Stream<String> lines(Match match) {
        return Stream.of(
                String.format(
                        Locale.ROOT,
                        "%s: score %.2f, words %.2f covering %.0f %%, meaning %.2f, word for word %.2f, typical %.0f",
                        match.article().topic(),
                        match.score(),
                        match.words(),
                        100 * match.coverage(),
                        match.meaning(),
                        match.closeness(),
                        match.typicality()),
                "  by words: " + line(match.passage()),
                "  by meaning: " + (match.nearest() == null ? "not loaded" : line(match.nearest())));
    }

    private static String line(String passage) {
        return passage.replaceAll("\\s+", " ");
    }
}
