package keyturn.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.practice.RangeOptions;
import keyturn.run.RunResult;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ticket says of every way happens in the exported scripts too, or they stop before anything is changed. */
@BesideOthers
final class ScriptPromisesTest {

    private static final String LOCK = "EXEC sp_getapplock @Resource = N'Keyturn', @LockMode = N'Exclusive',"
            + " @LockOwner = N'Session', @LockTimeout = 0";

    @TempDir
    Path folder;

    @Test
    void noScriptStartsBesideARun() throws Exception {
        try (Conducted world = Conducted.on("healthy", folder);
                Connection run =
                        world.connection(world.range().user(), world.range().password());
                Statement lock = run.createStatement()) {
            String start = world.digest();
            lock.execute(LOCK + ", @DbPrincipal = N'dbo'");
            for (String script : List.of("forward.sql", "backout.sql")) {
                Command.Ended stopped = world.sqlcmd(script);
                assertNotEquals(0, stopped.exit(), stopped.all());
                assertTrue(
                        stopped.all()
                                .contains(Message.of("script.bundle.locked").text()),
                        stopped.all());
            }
            Command.Ended stopped = world.powershell("forward.ps1");
            assertEquals(3, stopped.exit(), stopped.all());
            assertEquals(start, world.digest());
        }
    }

    /** Any login may take an application lock that belongs to public, as the reader of the range. */
    @Test
    void aLoginWithoutRightsStopsNoRun() throws Exception {
        try (Conducted world = Conducted.on("healthy", folder);
                Connection reader =
                        world.connection(world.range().reader(), world.range().readerPassword());
                Statement lock = reader.createStatement()) {
            lock.execute(LOCK);
            assertInstanceOf(RunResult.Completed.class, world.run());
        }
    }

    @Test
    void noSecretIsSentOverAConnectionThatIsNotEncrypted() throws Exception {
        try (Conducted world = Conducted.rotating("healthy", folder)) {
            Command.Ended stopped = world.plainSqlcmd("forward.sql");
            assertNotEquals(0, stopped.exit(), stopped.all());
            assertTrue(
                    stopped.all().contains(Message.of("script.guard.encrypted").text()), stopped.all());
            assertEquals(List.of(), world.sentWith("CREATE CREDENTIAL"));
        }
    }

    /** Without one SQL Server refuses to open the key (33046), which would come after the key was made in the vault. */
    @Test
    void aCallerWithoutCredentialStopsBeforeTheFirstStep() throws Exception {
        try (Conducted world = Conducted.rotating("healthy", folder)) {
            world.byHand("ALTER LOGIN [" + world.range().user() + "] DROP CREDENTIAL [Azure_EKM_admin_cred]");
            String before = world.digest();
            Command.Ended stopped = world.sqlcmd("forward.sql");
            assertNotEquals(0, stopped.exit(), stopped.all());
            assertEquals(List.of(), world.sentWith("CREATE ASYMMETRIC KEY ["));
            assertEquals(before, world.digest());
        }
    }

    @Test
    void twoRunsThatFailedTestedNothingAfterTheChange() throws Exception {
        try (Conducted world = Conducted.on("healthy", folder)) {
            for (String step : List.of(stepFile(world, "001"), stepFile(world, "001"))) {
                assertEquals(0, world.sqlcmd(step).exit());
            }
            List<String> seen = world.sqlcmd("verify.sql")
                    .out()
                    .lines()
                    .filter(line -> line.contains("\tSeen\t"))
                    .toList();
            assertEquals(1, seen.size(), seen.toString());
        }
    }

    /** 33116: another ALTER DATABASE waits for the database until its last session has left. */
    @Test
    void powershellRepeatsWhatIsRefusedForWantOfALock() throws Exception {
        Tools.require("pwsh");
        try (Conducted world = Conducted.rotating("healthy", folder);
                Connection inside =
                        world.connection(world.range().user(), world.range().password());
                Statement stays = inside.createStatement();
                Connection other =
                        world.connection(world.range().user(), world.range().password());
                Statement waits = other.createStatement()) {
            Path script = world.bundle().resolve("forward.ps1");
            Files.writeString(script, Files.readString(script).replace("$KeyturnPause = 10", "$KeyturnPause = 1"));
            stays.execute("USE Sales");
            var refused = CompletableFuture.runAsync(
                    () -> assertThrows(SQLException.class, () -> waits.execute("ALTER DATABASE Sales SET SINGLE_USER")),
                    Thread::startVirtualThread);
            var ran = CompletableFuture.supplyAsync(() -> forward(world), Thread::startVirtualThread);
            while (!ran.isDone() && world.refusals(33116) == 0) {
                LockSupport.parkNanos(20_000_000);
            }
            waits.cancel();
            refused.join();
            Command.Ended ended = ran.join();
            assertEquals(0, ended.exit(), ended.all());
            assertNotEquals(0, world.refusals(33116));
        }
    }

    private static Command.Ended forward(Conducted world) {
        try {
            return world.powershell("forward.ps1");
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    @Test
    void noFileTellsAnybodyToPutTheSecretIntoACommandLine() throws Exception {
        try (Conducted world = Conducted.rotating("healthy", folder);
                Stream<Path> files = Files.walk(world.bundle())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file).contains("-v KEYTURN_SECRET"), file.toString());
            }
        }
    }

    /** What the catalog shows of the login of a key is settled by no document. */
    @ParameterizedTest
    @ValueSource(strings = {"key-sid-shown", "key-sid-opaque"})
    void aRotationByHandGoesByWithoutSids(String fault) throws Exception {
        try (Conducted world = Conducted.rotating(RangeOptions.of("healthy").withFaults(List.of(fault)), folder)) {
            for (String again : List.of("forward.sql", "forward.sql", "verify.sql")) {
                Command.Ended ended = world.sqlcmd(again);
                assertEquals(0, ended.exit(), ended.all());
            }
            Command.Ended back = world.sqlcmd("backout.sql");
            assertEquals(0, back.exit(), back.all());
        }
    }

    private static String stepFile(Conducted world, String number) throws Exception {
        try (Stream<Path> steps = Files.list(world.bundle().resolve("steps"))) {
            return "steps/"
                    + steps.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith(number))
                            .findFirst()
                            .orElseThrow();
        }
    }
}
