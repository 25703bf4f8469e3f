package org.plainline;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One formatter for everybody, run on the project's own JDK because Maven's may be too old to parse these sources.
 * {@code mvn test -Dtest=SourceFormatTests -Dformat.fix=true} formats what is not.
 */
class SourceFormatTests {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    @Test
    void everySourceIsFormatted() throws Exception {
        List<Path> unformatted = new ArrayList<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            String formatted = format(text);
            if (!formatted.equals(text)) {
                unformatted.add(source);
                if (Boolean.getBoolean("format.fix")) {
                    Files.writeString(source, formatted);
                }
            }
        }
        if (!Boolean.getBoolean("format.fix")) {
            assertThat(unformatted).isEmpty();
        }
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String format(String text) throws FormatterException {
        return FORMATTER.formatSource(
                ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(text), Style.PALANTIR));
    }
}
