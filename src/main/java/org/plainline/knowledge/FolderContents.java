package org.plainline.knowledge;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.plainline.resident.Language;

/**
 * Every article file of the folder, and what stands beside the articles, as they stood at one look: equal when all
 * bytes are.
 *
 * @param beside by name, those of {@link #BESIDE} that are there
 */
record FolderContents(Map<ArticleFile, Content> files, Map<String, Content> beside) {
    static final List<String> BESIDE = Stream.concat(
                    Stream.of(LocalValues.FILE),
                    Arrays.stream(Language.values()).map(Outside::file))
            .toList();

    /** Far more than an article or a list beside the articles needs; whatever is larger got here by mistake. */
    static final int MOST_BYTES = 256 * 1024;

    static final FolderContents NOTHING = new FolderContents(Map.of(), Map.of());

    /** What a file beside the articles says, or nothing when it is not there or not readable. */
    <T> T beside(String name, T nothing, Findings findings, BiFunction<String, Findings, T> read) {
        return switch (beside.get(name)) {
            case Content.Bytes(var bytes) ->
                ArticleReader.text(bytes, findings)
                        .map(text -> read.apply(text, findings))
                        .orElse(nothing);
            case Content.Unreadable(var reason) -> {
                findings.add(1, "file", reason);
                yield nothing;
            }
            case null -> nothing;
        };
    }

    sealed interface Content {
        record Bytes(ByteBuffer bytes) implements Content {}

        /** @param reason why there is nothing to read */
        record Unreadable(String reason) implements Content {}
    }
}
