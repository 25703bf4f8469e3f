package org.plainline.knowledge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;

/** The vectors of one language's passages and questions; of neither as long as no model is loaded. */
final class Meanings {
    private static final int QUESTIONS_KEPT = 10_000;

    private final Language language;
    private final Map<String, float[]> known = new ConcurrentHashMap<>();
    private final Cache<String, float[]> questions =
            Caffeine.newBuilder().maximumSize(QUESTIONS_KEPT).build();
    private volatile @Nullable SentenceModel model;

    Meanings(Language language) {
        this.language = language;
    }

    /** Half a second the first time. */
    synchronized void load() {
        if (model == null) {
            model = SentenceModel.load(language);
        }
    }

    boolean isLoaded() {
        return model != null;
    }

    /** Whether the model knows it as a word; as long as there is none, everything is. */
    boolean isWord(String word) {
        SentenceModel loaded = model;
        return loaded == null || loaded.isWord(word);
    }

    /**
     * Empty until the model is loaded. A question that was asked before is not computed again.
     *
     * @param plain a text that went through {@link Folding}
     */
    Optional<float[]> question(String plain) {
        SentenceModel loaded = model;
        return loaded == null
                ? Optional.empty()
                : Optional.of(questions.get(plain, said -> loaded.question(instructed(said))));
    }

    /** The models were trained with an instruction before every question. */
    private String instructed(String question) {
        return switch (language) {
            case ZH -> "为这个句子生成表示以用于检索相关文章：" + question;
            case EN -> "Represent this sentence for searching relevant passages: " + question;
        };
    }

    /** The texts of these passages that are still to be learnt, each once. */
    List<String> unknown(Collection<Passage> passages) {
        return passages.stream()
                .map(Passage::text)
                .distinct()
                .filter(text -> !known.containsKey(VectorFile.fingerprint(text)))
                .toList();
    }

    /**
     * Takes two to ten milliseconds a text.
     *
     * @return what is known from now on
     */
    Map<String, float[]> learn(Collection<String> texts) {
        SentenceModel loaded = model;
        Map<String, float[]> learnt = new HashMap<>();
        if (loaded != null) {
            texts.forEach(text -> learnt.put(VectorFile.fingerprint(text), loaded.passage(Folding.fold(text))));
        }
        remember(learnt);
        return learnt;
    }

    void remember(Map<String, float[]> vectors) {
        known.putAll(vectors);
    }

    /** How many texts are known. */
    int size() {
        return known.size();
    }

    /** Those of the passages that are known. */
    Vectors vectors(List<Passage> passages) {
        if (known.isEmpty()) {
            return Vectors.NONE;
        }
        Map<String, float[]> byText = new HashMap<>();
        passages.stream().map(Passage::text).distinct().forEach(text -> {
            float[] vector = known.get(VectorFile.fingerprint(text));
            if (vector != null) {
                byText.put(text, vector);
            }
        });
        return new Vectors(
                passages.stream()
                        .filter(passage -> byText.containsKey(passage.text()))
                        .toList(),
                text -> Objects.requireNonNull(byText.get(text)));
    }

    /** Forgets what no passage says any more. */
    Map<String, float[]> known(Collection<Passage> passages) {
        known.keySet()
                .retainAll(passages.stream()
                        .map(passage -> VectorFile.fingerprint(passage.text()))
                        .collect(Collectors.toSet()));
        return Map.copyOf(known);
    }
}
