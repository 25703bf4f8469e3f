package org.plainline.answering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.plainline.resident.Language;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much each sign of {@link Evidence} counts, and where the sum starts, as {@code Teaching} learned them.
 *
 * @param signs by name of the sign; one that is missing counts nothing
 */
record Weights(double start, Map<String, Double> signs) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

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
        return start
                + signs.entrySet().stream()
                        .mapToDouble(weight -> weight.getValue() * evidence.sign(weight.getKey()))
                        .sum();
    }
}
