package org.plainline.storage;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The one folder everything the service keeps lives in, held by one process at a time. */
public final class DataFolder implements AutoCloseable {
    // POSIX drops all of a process's locks on a file as soon as the process closes that file once, so a second
    // attempt in this process must not even open it.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates the folder, readable by its owner only, when it is missing, and holds it until closed. */
    static DataFolder open(Path path) throws IOException {
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            var folder = Files.createDirectories(path.toAbsolutePath().normalize(), ownerOnly)
                    .toRealPath();
            return new DataFolder(folder, hold(folder));
        } catch (FileSystemException refused) {
            throw new StorageUnavailable(
                    "The data folder %s cannot be used: %s"
                            .formatted(path.toAbsolutePath().normalize(), refused),
                    "Give the service's user that folder, or choose another one with PLAINLINE_DATA_DIR.");
        }
    }

    Path path() {
        return path;
    }

    /** A file or folder of that name inside; each module keeps to names of its own. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    private static FileChannel hold(Path folder) throws IOException {
        var file = folder.resolve("lock");
        if (!HELD_HERE.add(folder)) {
            throw heldBy(folder, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            var channel = FileChannel.open(file, CREATE, READ, WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw heldBy(folder, Files.readString(file).strip());
            }
            var pid = Long.toString(ProcessHandle.current().pid()) + "\n";
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
            return channel;
        } catch (IOException | RuntimeException refused) {
            HELD_HERE.remove(folder);
            throw refused;
        }
    }

    private static StorageUnavailable heldBy(Path folder, String pid) {
        return new StorageUnavailable(
                "The data folder %s is in use by process %s.".formatted(folder, pid),
                "Stop process %s, or choose another folder with PLAINLINE_DATA_DIR.".formatted(pid));
    }

    /** Lets another process have the folder. The lock file stays: removing it would let two processes in. */
    @Override
    public void close() throws IOException {
        if (lock.isOpen()) {
            lock.close();
            HELD_HERE.remove(path);
        }
    }
}
