package org.plainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An editor finds every rule that {@code check} can name in the guide. */
class EditorsGuideTests {
    private static final Path RULES = Path.of("src/main/java/org/plainline/knowledge");

    /** The rule is the first small word in quotes after the line of a finding. */
    private static final Pattern FINDING = Pattern.compile(
            "(?:findings?\\.add|findings\\.warn|\\.error|\\.warning)\\((?:[^;\"]|\"\\s*\\+)*?\"([a-z]+(?:-[a-z0-9]+)*)\",");

    private static final Pattern CONSTANT = Pattern.compile(" RULE = \"([a-z-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void listsEveryRule(String name) throws IOException {
        String guide = Files.readString(Path.of("knowledge-base", name));

        assertThat(rules())
                .hasSizeGreaterThan(25)
                .allSatisfy(rule -> assertThat(guide).contains("`" + rule + "`"));
    }

    private static Set<String> rules() throws IOException {
        Set<String> rules = new TreeSet<>();
        try (var files = Files.list(RULES)) {
            for (Path file : files.toList()) {
                String source = Files.readString(file);
                for (Pattern pattern : new Pattern[] {FINDING, CONSTANT}) {
                    pattern.matcher(source).results().forEach(found -> rules.add(found.group(1)));
                }
            }
        }
        return rules;
    }
}
