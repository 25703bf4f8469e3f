package org.plainline.knowledge;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.plainline.resident.Language;
import org.plainline.resident.LanguageGuess;

/** The sentence models as the service runs them, and nothing else. */
public final class ModelsAlone {
    private final Map<Language, Meanings> byLanguage = new EnumMap<>(Language.class);

    /** @param texts some like those that will be asked about */
    public ModelsAlone(Collection<String> texts) {
        for (Language language : Language.values()) {
            var meanings = new Meanings(language);
            meanings.load();
            meanings.centre(
                    texts.stream()
                            .map(text -> new Passage("any", Passage.Kind.QUESTION, text))
                            .toList(),
                    () -> {});
            byLanguage.put(language, meanings);
        }
    }

    /**
     * With a thread for each core.
     *
     * @param texts never the same twice
     */
    public double perSecond(Supplier<String> texts, double seconds) {
        AtomicInteger understood = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        int cores = Runtime.getRuntime().availableProcessors();
        try (var threads = Executors.newFixedThreadPool(cores)) {
            for (int i = 0; i < cores; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        understand(texts.get());
                        understood.incrementAndGet();
                    }
                });
            }
        }
        return understood.get() / ((System.nanoTime() - start) / 1e9);
    }

    private void understand(String text) {
        Language language = LanguageGuess.of(text).orElse(Language.ZH);
        Meanings meanings = byLanguage.get(language);
        if (meanings == null || meanings.question(text).isEmpty()) {
            throw new IllegalStateException("No model for " + language);
        }
    }
}
