package org.plainline.answering;

import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.plainline.resident.Language;
import tools.jackson.core.JacksonException;
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

    /** @throws JacksonException when the file is not what it should be */
    static Weights load(Language language) {
        String name = "/confidence/" + language.code() + ".json";
        InputStream resource = Objects.requireNonNull(
                Weights.class.getResourceAsStream(name), () -> name + " is not on the class path");
        return JSON.readValue(resource, Weights.class);
    }

    /** @throws java.util.NoSuchElementException when it counts a sign that there is not */
    double sum(Evidence evidence) {
        return start
                + signs.entrySet().stream()
                        .mapToDouble(weight -> weight.getValue() * evidence.sign(weight.getKey()))
                        .sum();
    }
}
