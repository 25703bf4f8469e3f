package org.plainline.resident;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

final class MessageFiles {
    private MessageFiles() {}

    static Properties read(String resource) {
        try (var stream = MessageFiles.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Missing message file " + resource);
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + resource, unreadable);
        }
    }

    static Set<Object> difference(Properties one, Properties other) {
        Set<Object> differing = new TreeSet<>(one.keySet());
        differing.removeAll(other.keySet());
        Set<Object> reverse = new TreeSet<>(other.keySet());
        reverse.removeAll(one.keySet());
        differing.addAll(reverse);
        return differing;
    }
}
