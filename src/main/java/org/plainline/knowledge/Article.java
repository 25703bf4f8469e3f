package org.plainline.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;
import org.plainline.resident.Need;

/**
 * Approved text about one topic in one language.
 *
 * @param topic folder name, the same in both languages
 * @param questions ways people really ask
 * @param words what people call it
 * @param shortAnswer the SMS answer
 * @param spoken the phone answer, in chunks of at most 15 seconds
 * @param local one more sentence, said where the place has set what it tells; null where there is none to say
 * @param effectiveTo last day on which it may be given; null while in force
 * @param reviewEvery days between reviews
 */
public record Article(
        String topic,
        Language language,
        String title,
        Need need,
        List<String> questions,
        List<String> words,
        String shortAnswer,
        List<String> spoken,
        @Nullable String local,
        List<Section> sections,
        List<Source> sources,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        LocalDate reviewedOn,
        int reviewEvery) {

    /** The title without what it explains in brackets. */
    public String name() {
        return title.replaceFirst("\\s*[(（].*", "");
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /** The last day on which the text counts as looked at. */
    public LocalDate reviewDue() {
        return reviewedOn.plusDays(reviewEvery);
    }

    public Review reviewOn(LocalDate day) {
        if (!day.isAfter(reviewDue())) {
            return Review.CURRENT;
        }
        return day.isBefore(reviewDue().plusDays(reviewEvery)) ? Review.OVERDUE : Review.LAPSED;
    }

    /**
     * The same article with what is told to residents put into other words; nothing else changes. A local sentence that
     * lacks a value even so is left out.
     */
    Article worded(UnaryOperator<String> words) {
        return new Article(
                topic,
                language,
                title,
                need,
                questions,
                this.words,
                words.apply(shortAnswer),
                spoken.stream().map(words).toList(),
                Optional.ofNullable(local)
                        .map(words)
                        .filter(sentence -> !Placeholder.maybeIn(sentence))
                        .orElse(null),
                sections.stream()
                        .map(section -> new Section(section.kind(), section.heading(), words.apply(section.markdown())))
                        .toList(),
                sources,
                effectiveFrom,
                effectiveTo,
                reviewedOn,
                reviewEvery);
    }

    /** The document a resident is told the answer rests on. */
    public Source mainSource() {
        return sources.getFirst();
    }

    public Section section(Section.Kind kind) {
        return sections.stream()
                .filter(section -> section.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
