package org.plainline.answering;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;
import org.plainline.resident.Need;
import org.plainline.resident.Urgency;

/** What the service has to say to a question. It is approved text, a question back, or an honest "I do not know". */
public sealed interface Answer {
    Language language();

    /** This answer when it is approved text. */
    default Optional<Grounded> grounded() {
        return this instanceof Grounded grounded ? Optional.of(grounded) : Optional.empty();
    }

    /**
     * Approved text about one topic.
     *
     * @param paragraphs rendered for the channel: texts for SMS, chunks for voice, the short answer for chat; all of
     *     one section where that was asked for
     * @param parts the whole article, or the rest of it, for chat only
     * @param bring what to bring, as one to three more texts for SMS; empty where it does not fit into them
     * @param section code of the section that alone is told; null for the article as a whole
     * @param confidence 0 to 1, how likely this is the right article
     */
    record Grounded(
            Language language,
            String topic,
            String title,
            Need need,
            List<String> paragraphs,
            List<Part> parts,
            List<String> bring,
            Citation citation,
            @Nullable String section,
            double confidence)
            implements Answer {
        Grounded with(double itsConfidence) {
            return new Grounded(
                    language, topic, title, need, paragraphs, parts, bring, citation, section, itsConfidence);
        }
    }

    /**
     * There is an article, but nobody has looked at it for so long that it is not given.
     *
     * @param checked the day of the last check, in the resident's language
     */
    record Withheld(Language language, String topic, Need need, String checked) implements Answer {}

    /**
     * At most three articles that may be meant.
     *
     * @param section code of the section that is asked for, if the article that was talked about is meant; else null
     */
    record Choice(
            Language language, List<Offer> offers, @Nullable String section, double confidence) implements Answer {}

    /** Nothing approved that holds today bears on it. */
    record NotCovered(Language language, double confidence) implements Answer {}

    /**
     * Asked in a language that the service does not speak.
     *
     * @param language in which the service goes on
     * @param sentence says so in the resident's own, with the way to a person
     */
    record OtherLanguage(Language language, String sentence) implements Answer {}

    /** A person is wanted, not an answer. */
    record Person(Language language) implements Answer {}

    /**
     * Somebody may be in danger.
     *
     * @param paragraphs the numbers first, in the words of the channel
     * @param then the answer to what was asked, which is never withheld
     */
    record Crisis(Language language, Urgency urgency, List<String> paragraphs, Answer then) implements Answer {}

    record Offer(String topic, String title, Need need) {}

    /** @param html made from the approved Markdown; raw HTML in it is escaped */
    record Part(String kind, String heading, String html) {}

    /** @param reviewedOn ISO date */
    record Citation(String title, String url, String reviewedOn) {}
}
