package org.plainline.knowledge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
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

/** What one language's passages and questions mean; nothing of either as long as no model is loaded. */
final class Meanings {
    private static final int QUESTIONS_KEPT = 10_000;

    /** So many passages tell well enough where the middle of all is. */
    private static final int SAMPLE = 200;

    private final Language language;
    private final Map<String, Meaning> known = new ConcurrentHashMap<>();
    private final Cache<String, Asked> questions =
            Caffeine.newBuilder().maximumSize(QUESTIONS_KEPT).build();
    private volatile @Nullable SentenceModel model;

    /** Mean of the pieces' vectors. Never moved: the signs of all pieces hang on it. */
    private volatile float @Nullable [] centre;

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
        return loaded == null || loaded.vocabulary().isWord(word);
    }

    /**
     * Empty until the model is loaded and has seen passages. A question that was asked before is not computed again.
     *
     * @param plain a text that went through {@link Folding}
     */
    Optional<Asked> question(String plain) {
        SentenceModel loaded = model;
        float[] middle = centre;
        return loaded == null || middle == null
                ? Optional.empty()
                : Optional.of(questions.get(plain, said -> Asked.of(instruction(), said, loaded, middle)));
    }

    /** The models were trained with an instruction before every question. */
    private String instruction() {
        return switch (language) {
            case ZH -> "为这个句子生成表示以用于检索相关文章：";
            case EN -> "Represent this sentence for searching relevant passages: ";
        };
    }

    /**
     * Computes what is not known yet; takes two to ten milliseconds a passage.
     *
     * @return whether anything was new
     */
    boolean learn(List<Passage> passages) {
        SentenceModel loaded = model;
        int before = known.size();
        if (loaded != null && !passages.isEmpty()) {
            float[] middle = centre == null ? centre(passages, loaded) : centre;
            centre = middle;
            passages.forEach(passage -> known.computeIfAbsent(
                    VectorFile.fingerprint(passage.text()), _ -> meaning(passage, loaded, middle)));
        }
        return known.size() > before;
    }

    private static Meaning meaning(Passage passage, SentenceModel model, float[] centre) {
        List<float[]> vectors = model.passage(Folding.fold(passage.text()));
        return new Meaning(vectors.getFirst(), PieceSigns.of(vectors, centre));
    }

    private static float[] centre(List<Passage> passages, SentenceModel model) {
        List<float[]> vectors = new ArrayList<>();
        int step = Math.max(1, passages.size() / SAMPLE);
        for (int i = 0; i < passages.size(); i += step) {
            vectors.addAll(model.passage(Folding.fold(passages.get(i).text())));
        }
        float[] centre = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int i = 0; i < centre.length; i++) {
                centre[i] += vector[i] / vectors.size();
            }
        }
        return centre;
    }

    void remember(VectorFile.Kept kept) {
        centre = kept.centre();
        known.putAll(kept.meanings());
    }

    /** Those of the passages that are known. */
    Vectors vectors(List<Passage> passages) {
        Map<String, Meaning> byText = new HashMap<>();
        for (Passage passage : passages) {
            Meaning meaning = known.get(VectorFile.fingerprint(passage.text()));
            if (meaning != null) {
                byText.put(passage.text(), meaning);
            }
        }
        return new Vectors(
                passages.stream()
                        .filter(passage -> byText.containsKey(passage.text()))
                        .toList(),
                text -> Objects.requireNonNull(byText.get(text)));
    }

    /** What the passages mean, to be remembered; what no passage says any more is forgotten. */
    VectorFile.Kept known(Collection<Passage> passages) {
        known.keySet()
                .retainAll(passages.stream()
                        .map(passage -> VectorFile.fingerprint(passage.text()))
                        .collect(Collectors.toSet()));
        return new VectorFile.Kept(centre, Map.copyOf(known));
    }
}
