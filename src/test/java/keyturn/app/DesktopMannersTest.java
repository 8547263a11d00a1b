package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.ServerAddress;
import keyturn.domain.Target;
import keyturn.inspect.Connector;
import keyturn.inspect.Session;
import keyturn.tools.Deadline;
import keyturn.ui.wizard.Drawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the program behaves on a desktop: opens folders, logs, and is drawn in remote sessions. */
final class DesktopMannersTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderIsOpenedOrTheReasonIsTold() throws Exception {
        Path opened = folder.resolve("opened");
        Path program = Files.writeString(folder.resolve("xdg-open"), "#!/bin/sh\nprintf %s \"$1\" > " + opened + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> path = Map.of("PATH", folder.toString());
        assertEquals("app.open.none", refused(Map.of("PATH", ""), folder));
        assertEquals("app.open.missing", refused(path, folder.resolve("not-yet")));
        new SystemOpener(path, false).open(folder);
        assertEquals(folder.toAbsolutePath().toString(), Files.readString(opened));
        Files.writeString(program, "#!/bin/sh\nexit 3\n");
        assertEquals("app.open.failed", refused(path, folder));
    }

    private static String refused(Map<String, String> environment, Path path) {
        return assertThrows(Problem.Raised.class, () -> new SystemOpener(environment, false).open(path))
                .problem()
                .code();
    }

    @Test
    void remoteSessionsAreDrawnByTheProcessorUnlessSomebodySaysOtherwise() {
        Map<String, String> remote = Map.of("SESSIONNAME", "RDP-Tcp#3");
        assertTrue(Rendering.inSoftware(remote, "Windows Server 2022", Drawing.AUTOMATIC));
        assertFalse(Rendering.inSoftware(Map.of("SESSIONNAME", "Console"), "Windows 11", Drawing.AUTOMATIC));
        assertFalse(Rendering.inSoftware(remote, "Windows 11", Drawing.HARDWARE));
        assertTrue(Rendering.inSoftware(Map.of("DISPLAY", "localhost:10.0"), "Linux", Drawing.AUTOMATIC));
        assertFalse(Rendering.inSoftware(Map.of("DISPLAY", ":0"), "Linux", Drawing.AUTOMATIC));
        assertTrue(Rendering.inSoftware(
                Map.of("DISPLAY", ":0", "KEYTURN_DRAWING", "software"), "Linux", Drawing.AUTOMATIC));
    }

    @Test
    void theLogSaysWhereSomebodyConnectedAndHoldsNoSecret() throws Exception {
        Path state = folder.resolve("state");
        AutoCloseable log = RollingLog.install(state.resolve("log"));
        try (log) {
            var connector = new TargetConnector(
                    new Connector() {
                        @Override
                        public Session open(Target target) throws Problem.Raised {
                            throw new Problem.Raised(new Problem(
                                    "sql.connect",
                                    Message.of("app.stopping"),
                                    Optional.of("password=canary-in-detail"),
                                    Message.of("app.stopping")));
                        }

                        @Override
                        public Session openFor(Target target, String run) throws Problem.Raised {
                            return open(target);
                        }
                    },
                    (code, page, until) -> {});
            var address = ServerAddress.parse("SQL01,1455");
            var node = new Target.Node(new NodeName("SQL01"), address);
            var login = new Target.SqlLogin("canary-login", Secret.of("canary-password".toCharArray()));
            var target = new Target(List.of(node), login, new Target.Unverified());
            assertThrows(Problem.Raised.class, () -> connector.open(target));
        }
        String written;
        try (Stream<Path> files = Files.list(state.resolve("log"))) {
            written = Files.readString(files.filter(file -> file.toString().endsWith(".log"))
                    .findFirst()
                    .orElseThrow());
        }
        assertTrue(written.contains("SQL01,1455") && written.contains("sql.connect"), written);
        assertFalse(written.contains("canary"), written);
        Path zip = folder.resolve("support.zip");
        new SupportBundle(new StateFolder(state), Clock.systemUTC()).write(zip, Optional.empty());
        assertTrue(Files.size(zip) > 0);
        assertThrows(
                Problem.Raised.class,
                () -> new SupportBundle(new StateFolder(state), Clock.systemUTC()).write(zip, Optional.empty()));
    }

    @Test
    void theComputerStaysAwakeWhileARunGoesAndNoLonger() throws Exception {
        Path asked = folder.resolve("asked");
        Path program = Files.writeString(folder.resolve("inhibit"), "#!/bin/sh\necho \"$@\" >> " + asked + "\ncat\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var shutdown = new Shutdown(new StayAwake(() -> StayAwake.onLinux(List.of(program.toString()))));
        var outer = shutdown.hold();
        var inner = shutdown.hold();
        inner.release();
        Deadline.await("the system was asked", Duration.ofSeconds(10), () -> Files.exists(asked));
        assertEquals(1, children(program), "once, and until the last one lets go");
        outer.release();
        Deadline.await("it may sleep again", Duration.ofSeconds(10), () -> children(program) == 0);
    }

    /** Other tests start processes meanwhile. */
    private static long children(Path program) {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().commandLine().orElse("").contains(program.toString()))
                .count();
    }
}
