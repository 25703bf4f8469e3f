package org.plainline.knowledge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.plainline.knowledge.Lesson.Question;
import org.plainline.resident.Language;

/**
 * Learns a {@link QueryAdapter}: of the articles that answer some question, the right one shall lie nearest to its
 * question. The loss is the cross-entropy of a softmax over the articles' likeness, the descent Adam's (Kingma and Ba,
 * 2015).
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

    private final Language language;
    private final Path kept;
    private final SentenceModel networks;

    /** @param kept a folder: what the networks have read they need not read again next time */
    public AdapterTrainer(Language language, Path kept) {
        this.language = language;
        this.kept = kept;
        this.networks = SentenceModel.networks(language);
    }

    /** About the articles of a folder. */
    public Lesson lesson(String name, Path knowledgeBase, Collection<Question> questions) throws IOException {
        Shelf shelf = new KnowledgeFolder(knowledgeBase, InstantSource.system(), Article::shortAnswer)
                .open()
                .shelf(language);
        return lesson(name, shelf.articles().values(), shelf.outside(), questions);
    }

    /** @param name of the articles, to keep apart what was read */
    public Lesson lesson(String name, Collection<Article> articles, Collection<Question> questions) throws IOException {
        return lesson(name, articles, Outside.NOTHING, questions);
    }

    private Lesson lesson(String name, Collection<Article> articles, Outside outside, Collection<Question> questions)
            throws IOException {
        return Lesson.of(language, networks, VectorFile.of(name, language, kept), articles, outside, questions);
    }

    /**
     * From the wanted questions; each lesson counts as much as any other.
     *
     * @return as {@link QueryAdapter#read} takes it
     */
    public byte[] learn(Collection<Lesson> lessons, Predicate<Question> wanted) {
        Pace pace = Pace.of(language);
        List<Exercise> exercises = lessons.stream()
                .map(lesson -> lesson.exercise(wanted))
                .filter(exercise -> !exercise.isEmpty())
                .toList();
        int dimensions = networks.question("").whole().length;
        float[][] shifts = new float[dimensions][dimensions];
        float[][] means = new float[dimensions][dimensions];
        float[][] squares = new float[dimensions][dimensions];
        for (int round = 1; round <= pace.rounds(); round++) {
            float[][] gradient = new float[dimensions][dimensions];
            for (Exercise exercise : exercises) {
                exercise.addGradient(QUESTIONS_A_ROUND, round, shifts, pace.sharpness(), gradient);
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
