package org.plainline.answering;

import org.jspecify.annotations.Nullable;
import org.plainline.resident.Channel;
import org.plainline.resident.Language;
import org.plainline.resident.LanguageGuess;

/**
 * What a resident asks, in their own words.
 *
 * @param language null to go by the script of the text
 * @param place id of the place that the talk is known to be about; one that the text names goes before it
 * @param topic the topic being talked about, so that "how long does it take" can be understood; null when there is none
 */
public record Question(
        String text,
        @Nullable Language language,
        Channel channel,
        @Nullable String topic,
        @Nullable String place) {
    private static final int LONGEST = 1_600;

    /** Its first 1,600 characters, which is all that is considered. */
    String considered() {
        return considered(text);
    }

    static String considered(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** The language that it is answered in: Chinese when nothing tells. */
    public Language inLanguage() {
        return language != null ? language : LanguageGuess.of(considered()).orElse(Language.ZH);
    }
}
