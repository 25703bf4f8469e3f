package org.plainline.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
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
    private static final long TICK_NANOS = Duration.ofSeconds(2).toNanos();

    /** A network mount may show for a minute how a file was: every look reads one in so many all the same. */
    private static final int ONE_IN = 25;

    private final Path folder;
    private Map<Path, Copy> copies = Map.of();
    private int looks;

    /**
     * @param since when the stamp was first seen, in nanoseconds of no particular day
     * @param hasSettled whether it was read so much later that any further change shows in the stamp
     */
    private record Copy(Map<String, Object> stamp, long since, boolean hasSettled, Content content) {
        boolean stands(Map<String, Object> now) {
            return hasSettled && stamp.equals(now);
        }
    }

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
        Map<String, Content> beside = FolderContents.BESIDE.stream()
                .flatMap(name ->
                        Stream.ofNullable(content(folder.resolve(name), seen)).map(content -> Map.entry(name, content)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        copies = seen;
        return new FolderContents(files, beside);
    }

    private static boolean isTopic(Path path) {
        return Files.isDirectory(path) && !path.getFileName().toString().startsWith(".");
    }

    /** Null when there is no such file: a topic may have one language only, and it may go away while we look. */
    private @Nullable Content content(Path path, Map<Path, Copy> seen) {
        try {
            Map<String, Object> stamp = Files.readAttributes(path, STAMP);
            Copy known = copies.get(path);
            Copy copy = known != null && known.stands(stamp) && !isItsTurn(path) ? known : copy(path, stamp, known);
            seen.put(path, copy);
            return copy.content();
        } catch (NoSuchFileException notThere) {
            return null;
        } catch (IOException unreadable) {
            return new Content.Unreadable("cannot be read");
        }
    }

    private boolean isItsTurn(Path path) {
        return Math.floorMod(path.hashCode() + looks, ONE_IN) == 0;
    }

    private static Copy copy(Path path, Map<String, Object> stamp, @Nullable Copy known) throws IOException {
        long now = System.nanoTime();
        long since = known != null && known.stamp().equals(stamp) ? known.since() : now;
        return new Copy(stamp, since, now - since > TICK_NANOS, read(path, known));
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
