package org.plainline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** Only root on Linux can be somebody else; others skip these. */
class ServerAccountTests {
    private static final Pattern NEEDED = Pattern.compile(
            ".*(classes|commons-(compress|io|lang3)|postgres|slf4j-api|spring-(core|boot-(jdbc|autoconfigure)))[^/]*");

    @TempDir
    Path temporary;

    @BeforeEach
    void letNobodyPass() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux") && new UnixSystem().getUid() == 0, "needs root");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @AfterEach
    void stopWhatItStarted() {
        RunningStorage.processesIn(temporary).forEach(ProcessHandle::destroyForcibly);
    }

    @ParameterizedTest
    @CsvSource({"NAMESPACED, NOBODY", "NOBODY, NAMESPACED"})
    void keepsRowsForRootWhoeverRunsPostgresNextTime(ServerAccount first, ServerAccount next) throws Exception {
        var data = temporary.resolve("data");
        try (var storage = RunningStorage.in(data, first)) {
            storage.execute("create table request as select 'A place in a care home' as need");
        }
        try (var storage = RunningStorage.in(data, next)) {
            assertThat(storage.ask("select need from request")).isEqualTo("A place in a care home");
        }
    }

    @Test
    void runsForAnOrdinaryUserAndComesUpAfterAKill() throws Exception {
        var home = Files.createDirectory(temporary.resolve("home"));
        Files.setOwner(
                home, home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        var nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        var classPath = readableClassPath();
        var data = home.resolve("data").toString();
        try (var service = ChildService.start(nobody, classPath, HelpLine.class, data)) {
            service.afterRequests(10).kill();
        }
        try (var service = ChildService.start(nobody, classPath, HelpLine.class, data)) {
            assertThat(service.afterRequests(10).kept()).hasSizeGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void namesTheFolderThatNobodyCannotPass() throws Exception {
        var closed = Files.createDirectory(temporary.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> RunningStorage.in(closed.resolve("data"), ServerAccount.NOBODY))
                .withMessageContaining("cannot pass through " + closed);
    }

    @Test
    void leavesAnOrdinaryUserAlone() {
        assertThat(ServerAccount.choose(1000)).isEqualTo(ServerAccount.SELF);
    }

    /** Nobody may not read root's Maven repository. */
    private String readableClassPath() throws IOException {
        var copies = new StringJoiner(File.pathSeparator);
        var entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        for (int i = 0; i < entries.length; i++) {
            if (NEEDED.matcher(entries[i]).matches()) {
                var copy = temporary.resolve("class-path-" + i);
                FileSystemUtils.copyRecursively(Path.of(entries[i]), copy);
                copies.add(copy.toString());
            }
        }
        return copies.toString();
    }
}
