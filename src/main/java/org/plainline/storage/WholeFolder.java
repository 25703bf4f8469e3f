package org.plainline.storage;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Folders that are there complete or not at all, wherever a kill or a power cut interrupts the filling. */
final class WholeFolder {
    private static final String DRAFT = "draft-";

    private WholeFolder() {}

    /** Writes what belongs into the folder. */
    interface Filling {
        void fill(Path draft) throws IOException;
    }

    /** Returns the folder; if it is missing, fills it under another name, forces it to disk and renames it. */
    static Path create(Path parent, String name, Filling filling) throws IOException {
        Path folder = parent.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        // A new name every time: a program that outlived its killed service may still write under the last one.
        Path draft = Files.createTempDirectory(parent, DRAFT);
        filling.fill(draft);
        for (Path written : everythingBelow(draft)) {
            force(written);
        }
        Files.move(draft, folder, ATOMIC_MOVE);
        force(parent);
        return folder;
    }

    /** Removes what interrupted fillings left in the parent folder. */
    static void removeDrafts(Path parent) throws IOException {
        try (var drafts = Files.newDirectoryStream(parent, DRAFT + "*")) {
            for (Path draft : drafts) {
                FileSystemUtils.deleteRecursively(draft);
            }
        }
    }

    private static List<Path> everythingBelow(Path draft) throws IOException {
        try (var paths = Files.walk(draft)) {
            return paths.filter(path -> !Files.isSymbolicLink(path)).toList();
        }
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, READ)) {
            channel.force(true);
        }
    }
}
