package org.plainline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {
    @TempDir
    Path temporary;

    @Test
    void isCreatedForItsOwnerOnly() throws Exception {
        var path = temporary.resolve("new/data");
        try (var folder = DataFolder.open(path)) {
            assertThat(Files.getPosixFilePermissions(path)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(folder.resolve("index")).isEqualTo(path.toRealPath().resolve("index"));
        }
    }

    @Test
    void namesTheFolderAndTheProcessThatHoldsIt() throws Exception {
        try (var holder = ChildService.start(FolderHolder.class, temporary.toString())) {
            assertThat(holder.output().readLine()).isEqualTo("holding");
            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> DataFolder.open(temporary))
                    .withMessage("The data folder %s is in use by process %d."
                            .formatted(temporary.toRealPath(), holder.process().pid()));
        }
        // A killed holder holds nothing.
        DataFolder.open(temporary).close();
    }

    @Test
    void staysHeldAfterAnotherAttemptInTheSameProcess() throws Exception {
        try (var folder = DataFolder.open(temporary)) {
            assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> DataFolder.open(temporary));
            try (var other = ChildService.start(FolderHolder.class, temporary.toString())) {
                assertThat(other.process().onExit().join().exitValue()).isEqualTo(1);
                assertThat(other.output().lines())
                        .anyMatch(line -> line.contains("is in use by process "
                                + ProcessHandle.current().pid()));
            }
            assertThat(folder.path()).exists();
        }
    }

    @Test
    void saysWhyItCannotBeUsed() throws Exception {
        var file = Files.createFile(temporary.resolve("occupied"));
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> DataFolder.open(file))
                .withMessageContaining(file.toString());
    }

    /** Holds a folder until it is killed. */
    static final class FolderHolder {
        private FolderHolder() {}

        public static void main(String[] arguments) throws Exception {
            try (var folder = DataFolder.open(Path.of(arguments[0]))) {
                System.out.println("holding");
                System.in.read();
                folder.path();
            }
        }
    }
}
