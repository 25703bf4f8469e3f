package org.plainline.knowledge;

import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every article file of the folder, and its local values, as they stood at one look: equal when all bytes are. */
record FolderContents(
        Map<ArticleFile, Content> files, @Nullable Content local) {
    /** Far more than an article needs; whatever is larger got here by mistake. */
    static final int MOST_BYTES = 256 * 1024;

    static final FolderContents NOTHING = new FolderContents(Map.of(), null);

    sealed interface Content {
        record Bytes(ByteBuffer bytes) implements Content {}

        /** @param reason why there is nothing to read */
        record Unreadable(String reason) implements Content {}
    }
}
