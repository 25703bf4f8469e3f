package org.plainline.knowledge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
        this(language, null);
    }

    /** @param model null for the one of the language, as soon as it is needed */
    Meanings(Language language, @Nullable SentenceModel model) {
        this.language = language;
        this.model = model;
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
                : Optional.of(questions.get(plain, said -> Asked.of(said, loaded, middle)));
    }

    /** Those of these passages that are still to be learnt; of those with one fingerprint, one. */
    List<Passage> unknown(Collection<Passage> passages) {
        Map<String, Passage> unknown = new LinkedHashMap<>();
        passages.forEach(passage -> unknown.putIfAbsent(VectorFile.fingerprint(passage), passage));
        unknown.keySet().removeAll(known.keySet());
        return List.copyOf(unknown.values());
    }

    /**
     * Takes two to ten milliseconds of a processor a passage; all processors take part.
     *
     * @return what is known from now on, to be kept
     */
    VectorFile.Kept learn(Collection<Passage> passages) {
        SentenceModel loaded = model;
        Map<String, Meaning> learnt = new ConcurrentHashMap<>();
        if (loaded != null && !passages.isEmpty()) {
            float[] middle = centred(passages, loaded, () -> {});
            passages.parallelStream()
                    .forEach(passage -> learnt.put(VectorFile.fingerprint(passage), meaning(passage, loaded, middle)));
        }
        known.putAll(learnt);
        return new VectorFile.Kept(centre, learnt);
    }

    /**
     * Takes over what the file has of these passages, works out the rest and keeps it there. Nothing else is left in
     * it.
     *
     * @throws IOException when it cannot be kept
     */
    void learn(Collection<Passage> passages, VectorFile file) throws IOException {
        remember(file.read());
        file.tidy(known(passages));
        file.add(learn(unknown(passages)));
        // As it will be the next time: the file rounds.
        remember(file.read());
    }

    /**
     * Settles where the middle of all pieces is, from all that is there to be learnt, unless it is settled.
     *
     * @param between run before each passage that is read for it: reading all takes seconds
     */
    void centre(Collection<Passage> passages, Runnable between) {
        SentenceModel loaded = model;
        if (loaded != null && !passages.isEmpty()) {
            centred(passages, loaded, between);
        }
    }

    private float[] centred(Collection<Passage> passages, SentenceModel model, Runnable between) {
        float[] known = centre;
        float[] middle = known == null ? centre(List.copyOf(passages), model, between) : known;
        centre = middle;
        return middle;
    }

    private static Meaning meaning(Passage passage, SentenceModel model, float[] centre) {
        Encoded encoded = encoded(passage, model);
        return new Meaning(encoded.whole(), PieceSigns.of(encoded.vectors(), centre));
    }

    private static Encoded encoded(Passage passage, SentenceModel model) {
        return model.passage(Folding.fold(passage.text()), passage.kind().isSaid());
    }

    private static float[] centre(List<Passage> passages, SentenceModel model, Runnable between) {
        List<float[]> vectors = new ArrayList<>();
        int step = Math.max(1, passages.size() / SAMPLE);
        for (int i = 0; i < passages.size(); i += step) {
            between.run();
            vectors.addAll(encoded(passages.get(i), model).vectors());
        }
        return Encoder.mean(vectors);
    }

    void remember(VectorFile.Kept kept) {
        centre = kept.centre();
        known.putAll(kept.meanings());
    }

    /** How many texts are known. */
    int size() {
        return known.size();
    }

    /** Null as long as it is not known. */
    @Nullable
    Meaning of(Passage passage) {
        return known.get(VectorFile.fingerprint(passage));
    }

    /** Those of the passages that are known. */
    Vectors vectors(List<Passage> passages) {
        if (known.isEmpty()) {
            return Vectors.NONE;
        }
        Map<Passage, Meaning> meanings = new HashMap<>();
        passages.forEach(passage -> meanings.computeIfAbsent(passage, this::of));
        return new Vectors(
                passages.stream().filter(meanings::containsKey).toList(),
                passage -> Objects.requireNonNull(meanings.get(passage)));
    }

    /** What the passages mean, to be remembered; what no passage says any more is forgotten. */
    VectorFile.Kept known(Collection<Passage> passages) {
        known.keySet().retainAll(passages.stream().map(VectorFile::fingerprint).collect(Collectors.toSet()));
        return new VectorFile.Kept(centre, Map.copyOf(known));
    }
}
