package org.plainline.answering;

import java.util.Optional;
import java.util.regex.Pattern;
import org.plainline.knowledge.Knowledge;
import org.plainline.resident.Language;

/**
 * Hears danger in what is said: by its words, and by what it means. People hint, and no list has all their words; but a
 * list is there before the networks are.
 */
final class DangerWatch {
    /**
     * From so much on is a text one of danger: four in five sayings without any of the usual words are noticed, and one
     * in a hundred of our other questions is taken for one by what it means, a third of those about violence or want.
     */
    private static final double ALARMING = 1.5;

    // A key, "hello" or "dog" lies near to anything; in danger people say more, or one of the usual words.
    private static final int FEWEST_CHARACTERS = 4;
    private static final int FEWEST_WORDS = 3;

    private static final Pattern CHARACTER = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}&&\\P{IsHan}]+");

    private final CrisisWatch words = new CrisisWatch();
    private final Knowledge knowledge;

    DangerWatch(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Known in microseconds, whatever else is down. */
    Optional<Danger> inWords(String text) {
        return words.in(text);
    }

    Optional<Danger> in(String text, Language language) {
        return inWords(text).or(() -> saysEnough(text) ? meant(text, language) : Optional.empty());
    }

    private Optional<Danger> meant(String text, Language language) {
        return knowledge
                .danger(text, language)
                .filter(alarm -> alarm.lead() >= ALARMING)
                .map(alarm -> Danger.of(alarm.kind()));
    }

    private static boolean saysEnough(String text) {
        return CHARACTER.matcher(text).results().count() >= FEWEST_CHARACTERS
                || WORD.matcher(text).results().count() >= FEWEST_WORDS;
    }
}
