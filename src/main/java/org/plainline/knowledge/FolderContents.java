package org.plainline.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Language;

/**
 * Every article file of the folder, and its local values, as they stood at one look. Two looks are equal when all bytes
 * are: editors that rename, {@code git checkout}, restored modification times and the attribute caches of network
 * mounts cannot hide a change.
 */
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

    /** @throws IOException when the folder itself cannot be listed */
    static FolderContents look(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> listed = Files.list(folder)) {
            all = listed.toList();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        // In parallel: there may be ten thousand files, and whoever has corrected one waits for it to be seen.
        Map<ArticleFile, Content> files = all.parallelStream()
                .filter(FolderContents::isTopic)
                .flatMap(topic -> Arrays.stream(Language.values())
                        .map(language -> new ArticleFile(topic.getFileName().toString(), language)))
                .flatMap(file ->
                        Stream.ofNullable(read(folder.resolve(file.path()))).map(content -> Map.entry(file, content)))
                .collect(Collectors.toConcurrentMap(Map.Entry::getKey, Map.Entry::getValue));
        return new FolderContents(files, read(folder.resolve(LocalValues.FILE)));
    }

    private static boolean isTopic(Path path) {
        return Files.isDirectory(path) && !path.getFileName().toString().startsWith(".");
    }

    /** Null when there is no such file: a topic may have one language only, and it may go away while we look. */
    private static @Nullable Content read(Path path) {
        try (var stream = Files.newInputStream(path)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES
                    ? new Content.Unreadable("is larger than " + MOST_BYTES / 1024 + " KiB")
                    : new Content.Bytes(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
        } catch (NoSuchFileException notThere) {
            return null;
        } catch (IOException unreadable) {
            return new Content.Unreadable("cannot be read");
        }
    }
}
