package org.plainline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * A talk as it should go.
 *
 * @param about what it shows, for the editor
 * @param channel sms, voice or chat
 * @param talk what the resident says and what the service then says; references of requests stand as {@code ######}
 */
record Transcript(String about, String channel, List<Turn> talk) {
    record Turn(String resident, List<String> service) {}

    /** Somebody at the other end. */
    interface Talker {
        List<String> say(String said);
    }

    private static final Pattern REFERENCE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)|(?<!\\d )(?:\\d ){5}\\d(?! \\d)");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();

    static Transcript read(Path file) throws IOException {
        return YAML.readValue(Files.readString(file), Transcript.class);
    }

    Transcript played(Talker talker) {
        List<Turn> turns = new ArrayList<>();
        for (Turn turn : talk) {
            List<String> heard = talker.say(turn.resident()).stream()
                    .map(line -> REFERENCE.matcher(line).replaceAll("######"))
                    .toList();
            turns.add(new Turn(turn.resident(), heard));
        }
        return new Transcript(about, channel, turns);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text());
    }

    String text() {
        return YAML.writeValueAsString(this);
    }
}
