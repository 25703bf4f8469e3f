package org.plainline.knowledge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** So many sayings tell well enough how far apart a network puts the same words as a question and as a passage. */
    private static final int SAID = 60;

    /** Mean of the pieces' vectors. Never moved: the signs of all pieces hang on it. */
    private volatile float @Nullable [] centre;

    /** From where sayings lie to where the networks put them as questions; null until some are known. */
    private volatile float @Nullable [] shift;

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

    /** The texts of these passages that are still to be learnt, each once. */
    List<String> unknown(Collection<Passage> passages) {
        return passages.stream()
                .map(Passage::text)
                .distinct()
                .filter(text -> !known.containsKey(VectorFile.fingerprint(text)))
                .toList();
    }

    /**
     * Takes two to ten milliseconds of a processor a text; all processors take part.
     *
     * @return what is known from now on, to be kept
     */
    VectorFile.Kept learn(Collection<String> texts) {
        SentenceModel loaded = model;
        Map<String, Meaning> learnt = new ConcurrentHashMap<>();
        if (loaded != null && !texts.isEmpty()) {
            float[] middle = centred(texts, loaded, () -> {});
            texts.parallelStream()
                    .forEach(text -> learnt.put(VectorFile.fingerprint(text), meaning(text, loaded, middle)));
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
     * @param betweenTexts run before each text that is read for it: reading all takes seconds
     */
    void centre(Collection<String> texts, Runnable betweenTexts) {
        SentenceModel loaded = model;
        if (loaded != null && !texts.isEmpty()) {
            centred(texts, loaded, betweenTexts);
        }
    }

    private float[] centred(Collection<String> texts, SentenceModel model, Runnable betweenTexts) {
        float[] known = centre;
        float[] middle = known == null ? centre(List.copyOf(texts), model, betweenTexts) : known;
        centre = middle;
        return middle;
    }

    private static Meaning meaning(String text, SentenceModel model, float[] centre) {
        Encoded encoded = model.passage(Folding.fold(text));
        return new Meaning(encoded.whole(), PieceSigns.of(encoded.vectors(), centre));
    }

    private static float[] centre(List<String> texts, SentenceModel model, Runnable betweenTexts) {
        List<float[]> vectors = new ArrayList<>();
        int step = Math.max(1, texts.size() / SAMPLE);
        for (int i = 0; i < texts.size(); i += step) {
            betweenTexts.run();
            vectors.addAll(model.passage(Folding.fold(texts.get(i))).vectors());
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

    /** Of a passage's text; null as long as it is not known. */
    @Nullable
    Meaning of(String text) {
        return known.get(VectorFile.fingerprint(text));
    }

    /** Those of the passages that are known. */
    Vectors vectors(List<Passage> passages) {
        if (known.isEmpty()) {
            return Vectors.NONE;
        }
        Map<String, Meaning> byText = new HashMap<>();
        passages.stream().map(Passage::text).distinct().forEach(text -> {
            Meaning meaning = of(text);
            if (meaning != null) {
                byText.put(text, meaning);
            }
        });
        List<Passage> these = passages.stream()
                .filter(passage -> byText.containsKey(passage.text()))
                .toList();
        settleShift(these);
        return new Vectors(these, text -> Objects.requireNonNull(byText.get(text)));
    }

    /** Once: a network is told which of both it reads, and puts the same words elsewhere. */
    private void settleShift(List<Passage> passages) {
        SentenceModel loaded = model;
        if (shift != null || loaded == null) {
            return;
        }
        List<String> said = passages.stream()
                .filter(passage -> passage.kind() == Passage.Kind.DANGER)
                .map(Passage::text)
                .toList();
        if (!said.isEmpty()) {
            int oneIn = Math.ceilDiv(said.size(), SAID);
            shift = Encoder.mean(IntStream.range(0, said.size())
                    .filter(place -> place % oneIn == 0)
                    .mapToObj(said::get)
                    .map(text -> minus(
                            loaded.question(Folding.fold(text)).whole(),
                            Objects.requireNonNull(of(text)).whole()))
                    .toList());
        }
    }

    /** About where the networks would put the question if it were a passage. */
    float[] asPassage(float[] question) {
        float[] settled = shift;
        return settled == null ? question : minus(question, settled);
    }

    private static float[] minus(float[] one, float[] other) {
        float[] difference = new float[one.length];
        for (int i = 0; i < one.length; i++) {
            difference[i] = one[i] - other[i];
        }
        return difference;
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
