package org.plainline.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs for this platform, from the archive on the class path. */
final class PostgresPrograms {
    /** Folders of programs are named so, then by the content of the archive: a new version gets a new folder. */
    static final String PREFIX = "programs-";

    private PostgresPrograms() {}

    /** Unpacks this platform's programs below the parent, unless they are there, and returns their folder. */
    static Path unpack(Path parent) throws IOException {
        var archive = archiveFor(System.getProperty("os.name"), System.getProperty("os.arch"));
        return WholeFolder.create(parent, PREFIX + digest(archive), draft -> unpack(archive, draft));
    }

    /** Removes the programs of earlier versions; none may be running. */
    static void removeAllBut(Path current, Path parent) throws IOException {
        try (var versions = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path version : versions) {
                if (!version.equals(current)) {
                    FileSystemUtils.deleteRecursively(version);
                }
            }
        }
    }

    static String archiveFor(String system, String processor) {
        var platform = system.startsWith("Mac") ? "darwin" : system.toLowerCase(Locale.ROOT);
        var architecture = switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> processor;
        };
        var archive = "/postgres-%s-%s.tar".formatted(platform, architecture);
        if (PostgresPrograms.class.getResource(archive) == null) {
            throw new StorageUnavailable(
                    "This build carries no PostgreSQL for %s on %s (%s).".formatted(system, processor, archive),
                    "Build with -Pall-platforms, or set SPRING_DATASOURCE_URL to a PostgreSQL of your own.");
        }
        return archive;
    }

    /** Worked out by the build, beside the archive. */
    private static String digest(String archive) throws IOException {
        try (var digest = open(archive + ".SHA-256")) {
            return new String(digest.readAllBytes(), StandardCharsets.US_ASCII).substring(0, 12);
        }
    }

    private static void unpack(String archive, Path draft) throws IOException {
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(open(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = draft.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, target);
                    var executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static InputStream open(String archive) throws IOException {
        var content = PostgresPrograms.class.getResourceAsStream(archive);
        if (content == null) {
            throw new IOException("No " + archive + " on the class path");
        }
        return content;
    }
}
