package org.plainline.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.FileRefused;

/** The service must not start: it would have nothing true to say. */
final class NoKnowledge extends FileRefused {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private NoKnowledge(String message, @Nullable Throwable cause) {
        super(
                message,
                "Start in the folder that holds knowledge-base, or name it: PLAINLINE_KNOWLEDGE_BASE=/path/to/it",
                cause);
    }

    static NoKnowledge noFolder(Path folder, Exception cause) {
        return new NoKnowledge("The knowledge base " + folder.toAbsolutePath().normalize() + " cannot be read.", cause);
    }

    static NoKnowledge noGoodArticle(Path folder, List<Finding> findings) {
        String shown =
                findings.stream().limit(SHOWN).map(finding -> "\n  " + finding).collect(Collectors.joining());
        return new NoKnowledge(
                "The knowledge base " + folder.toAbsolutePath().normalize() + " holds no good article." + shown, null);
    }
}
