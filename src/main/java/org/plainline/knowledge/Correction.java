package org.plainline.knowledge;

import java.util.Collection;
import java.util.function.Predicate;
import org.plainline.resident.Language;

/** Takes what was mistyped or misheard for what the articles' words make likely. Immutable. */
sealed interface Correction permits Spelling, Homophones {
    static Correction by(Language language, Collection<Passage> passages) {
        return language == Language.ZH ? new Homophones(passages) : new Spelling(passages);
    }

    /** One that knows the words of these passages as well. */
    Correction with(Collection<Passage> more);

    /**
     * @param folded a text that went through {@link Folding}
     * @param isWord true for what needs no correction though no article says it; Chinese has a dictionary of its own
     */
    String correct(String folded, Predicate<String> isWord);
}
