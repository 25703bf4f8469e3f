package org.plainline.answering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plainline.resident.Language;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much each sign of {@link Evidence} counts, and where the sum starts, as {@code Teaching} learned them. A sign
 * counts by ramps, because the first steps of one that is weak tell more than the last ones of one that is strong.
 *
 * @param signs by name of the sign; one that is missing counts nothing
 */
record Weights(double start, Map<String, List<Ramp>> signs) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @param adds 0 up to the first figure, all of it from the second on, and in between its share of the way */
    record Ramp(double from, double to, double adds) {
        Ramp {
            if (!(from < to && to - from < Double.POSITIVE_INFINITY && adds >= 0 && adds < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("no ramp leads from " + from + " to " + to + " and adds " + adds);
            }
        }

        /** Share of the way, 0 to 1; none of it for what is not a number. */
        double share(double figure) {
            return Double.isNaN(figure) ? 0 : Math.clamp((figure - from) / (to - from), 0, 1);
        }

        double of(double figure) {
            return adds * share(figure);
        }
    }

    static Weights load(Language language) {
        String name = "/confidence/" + language.code() + ".json";
        try (InputStream resource = Objects.requireNonNull(
                Weights.class.getResourceAsStream(name), () -> name + " is not on the class path")) {
            return JSON.readValue(resource, Weights.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(name + " cannot be read", broken);
        }
    }

    /** @throws java.util.NoSuchElementException when it counts a sign that there is not */
    double sum(Evidence evidence) {
        double sum = start;
        for (var sign : signs.entrySet()) {
            double figure = evidence.sign(sign.getKey());
            for (Ramp ramp : sign.getValue()) {
                sum += ramp.of(figure);
            }
        }
        return sum;
    }
}
