package org.plainline.knowledge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.plainline.resident.Language;

/**
 * Learns a {@link QueryAdapter}: of the articles that answer some question, the right one shall lie nearest to its
 * question. The loss is the cross-entropy of a softmax over the articles' likeness, the descent Adam's (Kingma and Ba,
 * 2015). Articles that answer no question of the lesson are left out of the softmax: nothing says where their questions
 * are, and they would only learn to keep away from all.
 */
public final class AdapterTrainer {
    private static final int QUESTIONS_A_ROUND = 400;
    private static final double MOMENTUM = 0.9;
    private static final double SQUARES = 0.99;

    /**
     * Chosen on held-out questions whose right articles no question of the lessons had.
     *
     * @param sharpness of the softmax: the models' cosines differ in range
     */
    private record Pace(int rounds, double step, double sharpness) {
        static Pace of(Language language) {
            return language == Language.ZH ? new Pace(60, 5e-4, 50) : new Pace(80, 1e-4, 120);
        }
    }

    /** @param right topics of the articles that answer it */
    public record Question(String text, Set<String> right) {}

    private final Language language;
    private final SentenceModel model;
    private final Map<String, float[]> passages = new ConcurrentHashMap<>();
    private final List<Lesson> lessons = new ArrayList<>();

    public AdapterTrainer(Language language) {
        this.language = language;
        this.model = SentenceModel.load(language);
    }

    /** Questions to the articles of a folder. */
    public void add(Path knowledgeBase, List<Question> questions) {
        add(new KnowledgeBase(knowledgeBase, InstantSource.system()).articles(language), questions);
    }

    /** Each lesson counts as much as any other. Questions that no article answers teach nothing. */
    public void add(Collection<Article> articles, List<Question> questions) {
        Shelf shelf = Shelf.empty(language).with(articles);
        shelf.meant().stream().map(Passage::text).distinct().toList().parallelStream()
                .forEach(text -> passages.computeIfAbsent(
                        text, _ -> model.passage(Folding.fold(text)).whole()));
        lessons.add(new Lesson(
                articles.stream()
                        .map(article -> Lesson.Taught.of(article, passages))
                        .toList(),
                questions.parallelStream()
                        .map(question -> new Lesson.Known(question, vector(question.text(), shelf)))
                        .toList()));
    }

    private float[] vector(String question, Shelf shelf) {
        return model.unadapted(shelf.plain(question, model.vocabulary()::isWord))
                .whole();
    }

    /**
     * From the questions that are wanted.
     *
     * @return as {@link QueryAdapter#read} takes it
     */
    public byte[] learn(Predicate<Question> wanted) {
        Pace pace = Pace.of(language);
        List<Lesson> some = lessons.stream().map(lesson -> lesson.of(wanted)).toList();
        int dimensions = passages.values().iterator().next().length;
        float[][] shifts = new float[dimensions][dimensions];
        float[][] means = new float[dimensions][dimensions];
        float[][] squares = new float[dimensions][dimensions];
        for (int round = 1; round <= pace.rounds(); round++) {
            float[][] gradient = new float[dimensions][dimensions];
            for (Lesson lesson : some) {
                lesson.sample(QUESTIONS_A_ROUND, round).addGradient(shifts, pace.sharpness(), gradient);
            }
            double forMeans = 1 - Math.pow(MOMENTUM, round);
            double forSquares = 1 - Math.pow(SQUARES, round);
            for (int i = 0; i < dimensions; i++) {
                for (int j = 0; j < dimensions; j++) {
                    float slope = gradient[i][j];
                    means[i][j] += (float) ((1 - MOMENTUM) * (slope - means[i][j]));
                    squares[i][j] += (float) ((1 - SQUARES) * (slope * slope - squares[i][j]));
                    shifts[i][j] -= (float)
                            (pace.step() * (means[i][j] / forMeans) / (Math.sqrt(squares[i][j] / forSquares) + 1e-8));
                }
            }
        }
        return written(shifts);
    }

    /** Of each lesson, of the questions that are wanted, the share whose nearest article in meaning is a right one. */
    public List<Double> nearest(UnaryOperator<float[]> adapter, Predicate<Question> wanted) {
        return lessons.stream()
                .map(lesson -> lesson.of(wanted).nearest(adapter))
                .toList();
    }

    /** What {@link #learn} has learned. */
    public static UnaryOperator<float[]> adapter(byte[] learned) {
        try {
            return QueryAdapter.read(new ByteArrayInputStream(learned))::adapted;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] written(float[][] shifts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(shifts.length);
            for (float[] shift : shifts) {
                float largest = 1e-9f;
                for (float value : shift) {
                    largest = Math.max(largest, Math.abs(value));
                }
                out.writeFloat(largest);
                for (float value : shift) {
                    out.writeByte(Math.round(value / largest * Byte.MAX_VALUE));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
