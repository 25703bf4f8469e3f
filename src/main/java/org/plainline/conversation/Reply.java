package org.plainline.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;

/**
 * The next move of the service, in approved words, ready for the channel of the utterance.
 *
 * @param paragraphs what to say; for SMS one text each, for voice one chunk each, empty for a silent reply
 * @param parts the whole article in headed parts; only in chat and only with an answer
 * @param options what can be chosen next; {@code key} is all a resident ever needs to send
 * @param source what an answer rests on
 * @param reference number of the help request once it is complete
 * @param confidence 0 to 1, how likely the best article found is what was asked for; 0 where nothing was looked for
 * @param crisis only with a reply of that kind
 */
public record Reply(
        Kind kind,
        Language language,
        List<String> paragraphs,
        List<Part> parts,
        List<Option> options,
        @Nullable Citation source,
        @Nullable String reference,
        double confidence,
        @Nullable Crisis crisis) {

    /** One for which no article was looked for. */
    public Reply(
            Kind kind,
            Language language,
            List<String> paragraphs,
            List<Part> parts,
            List<Option> options,
            @Nullable Citation source,
            @Nullable String reference) {
        this(kind, language, paragraphs, parts, options, source, reference, 0, null);
    }

    /** The same with a confidence. */
    Reply with(double itsConfidence) {
        return new Reply(kind, language, paragraphs, parts, options, source, reference, itsConfidence, crisis);
    }

    /**
     * The same after the numbers to call.
     *
     * @param paragraphs all that is said
     * @param lines how many of them at the beginning are the numbers
     */
    Reply inCrisis(List<String> paragraphs, int lines) {
        return new Reply(
                Kind.CRISIS, language, paragraphs, parts, options, source, null, confidence, new Crisis(lines, kind));
    }

    /** What must be heard whole before anything else. */
    List<String> first() {
        return crisis == null ? List.of() : paragraphs.subList(0, crisis.lines());
    }

    /** What is said then, or all of it. */
    List<String> rest() {
        return crisis == null ? paragraphs : paragraphs.subList(crisis.lines(), paragraphs.size());
    }

    /** The kind of what is said last, which says how the resident can go on. */
    public Kind goesOn() {
        return crisis == null ? kind : crisis.then();
    }

    /**
     * How a reply in a crisis is made up.
     *
     * @param lines how many paragraphs at its beginning are the numbers to call
     * @param then the kind of what follows them
     */
    public record Crisis(int lines, Kind then) {}

    /** What kind of move this is; also the outcome by which turns are counted. */
    public enum Kind {
        GREETING,
        ANSWER,
        CHOICE,
        NO_ANSWER,
        ASK_NEED,
        ASK_PLACE,
        /** Only on the phone, when the caller's number is withheld. */
        ASK_NUMBER,
        ASK_TIME,
        ACKNOWLEDGED,
        CRISIS,
        /** Nothing is said: opt-out and what must stay unanswered. */
        SILENT,
        OTHER;

        /** As in the flow's {@code replies} and in figures: {@code ask-place}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** @param html safe HTML made from the approved Markdown */
    public record Part(String kind, String heading, String html) {}

    /** @param topic the article behind it; null for everything else that can be chosen */
    public record Option(String key, String label, @Nullable String topic) {
        public Option(String key, String label) {
            this(key, label, null);
        }
    }

    /**
     * What an answer rests on.
     *
     * @param reviewedOn ISO date of the last check
     */
    public record Citation(String topic, String title, String url, String reviewedOn) {}
}
