package org.plainline.channel.twilio;

import java.util.List;
import java.util.Optional;
import org.plainline.channel.CleanText;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What Twilio told us, proven to come from it: a controller that asks for one as an argument needs no other check. */
public final class TwilioForm {
    private static final int MOST_NAMES = 60;

    private final List<Field> fields;

    TwilioForm(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    /**
     * The value of that field without control characters other than newline and tab; blanks are kept.
     *
     * @param name as Twilio spells it, such as {@code Body}
     * @return empty when the field is empty or missing
     */
    public String text(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(field -> CleanText.of(field.value()))
                .orElse("");
    }

    /** Like {@link #text}, for fields that say something only when they are there: an empty value is none. */
    public Optional<String> find(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /**
     * Like {@link #text}, for what Twilio always sends.
     *
     * @throws ResponseStatusException 400 naming the field
     */
    public String required(String name) {
        return find(name)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "The field " + name + " is missing"));
    }

    /** Names only, because values are about people, and only such as Twilio uses, because anybody can send any. */
    @Override
    public String toString() {
        return fields.stream()
                .limit(MOST_NAMES)
                .map(field -> field.name().matches("[A-Za-z0-9_.-]{1,40}") ? field.name() : "?")
                .toList()
                .toString();
    }
}
