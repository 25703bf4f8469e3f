package org.plainline.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainline.knowledge.FolderContents.Content;
import org.plainline.resident.Language;

/**
 * Looks at the folder again and again, and reads what may have changed: a file whose size, number and times are as they
 * were is taken to be as it was. Editors that rename, {@code git checkout} and restored modification times cannot hide
 * a change, because a file's status has a time that nobody can set. Not safe for several threads.
 */
final class FolderReader {
    /** What changes as soon as a file does, on every file system of Linux and macOS. */
    private static final String STAMP = "unix:ino,size,lastModifiedTime,ctime";

    /** No file system dates changes more coarsely; two within one tick cannot be told apart. */
    private static final Duration TICK = Duration.ofSeconds(2);

    /** A network mount may show for a minute how a file was: every look reads one in so many all the same. */
    private static final int ONE_IN = 25;

    private final Path folder;
    private Map<Path, Copy> copies = Map.of();
    private int looks;

    /** @param hasSettled whether a change after it was read would show in the stamp */
    private record Copy(Map<String, Object> stamp, boolean hasSettled, Content content) {}

    FolderReader(Path folder) {
        this.folder = folder;
    }

    /** @throws IOException when the folder itself cannot be listed */
    FolderContents look() throws IOException {
        List<Path> all;
        try (Stream<Path> listed = Files.list(folder)) {
            all = listed.toList();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        looks++;
        Map<Path, Copy> seen = new ConcurrentHashMap<>();
        // In parallel: there may be ten thousand files, and whoever has corrected one waits for it to be seen.
        Map<ArticleFile, Content> files = all.parallelStream()
                .filter(FolderReader::isTopic)
                .flatMap(topic -> Arrays.stream(Language.values())
                        .map(language -> new ArticleFile(topic.getFileName().toString(), language)))
                .flatMap(file -> Stream.ofNullable(content(folder.resolve(file.path()), seen))
                        .map(content -> Map.entry(file, content)))
                .collect(Collectors.toConcurrentMap(Map.Entry::getKey, Map.Entry::getValue));
        var contents = new FolderContents(files, content(folder.resolve(LocalValues.FILE), seen));
        copies = seen;
        return contents;
    }

    private static boolean isTopic(Path path) {
        return Files.isDirectory(path) && !path.getFileName().toString().startsWith(".");
    }

    /** Null when there is no such file: a topic may have one language only, and it may go away while we look. */
    private @Nullable Content content(Path path, Map<Path, Copy> seen) {
        try {
            Instant now = Instant.now();
            Map<String, Object> stamp = Files.readAttributes(path, STAMP);
            Copy known = copies.get(path);
            Copy copy = known != null && stands(known, path, stamp)
                    ? known
                    : new Copy(stamp, hasSettled(stamp, now), read(path, known));
            seen.put(path, copy);
            return copy.content();
        } catch (NoSuchFileException notThere) {
            return null;
        } catch (IOException unreadable) {
            return new Content.Unreadable("cannot be read");
        }
    }

    private boolean stands(Copy known, Path path, Map<String, Object> stamp) {
        boolean isItsTurn = Math.floorMod(path.hashCode() + looks, ONE_IN) == 0;
        return known.hasSettled() && known.stamp().equals(stamp) && !isItsTurn;
    }

    private static boolean hasSettled(Map<String, Object> stamp, Instant now) {
        return stamp.get("ctime") instanceof FileTime changed
                && changed.toInstant().plus(TICK).isBefore(now);
    }

    private static Content read(Path path, @Nullable Copy known) throws IOException {
        Content content = read(path);
        // The same object is equal sooner, and need not be kept twice.
        return known != null && known.content().equals(content) ? known.content() : content;
    }

    private static Content read(Path path) throws IOException {
        try (var stream = Files.newInputStream(path)) {
            byte[] bytes = stream.readNBytes(FolderContents.MOST_BYTES + 1);
            return bytes.length > FolderContents.MOST_BYTES
                    ? new Content.Unreadable("is larger than " + FolderContents.MOST_BYTES / 1024 + " KiB")
                    : new Content.Bytes(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
        }
    }
}
