package keyturn.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops the bundle's scripts before anything is changed, and how they say so. */
@BesideOthers
final class StoppedScriptsTest {

    private static final String ACTS = "Keyturn/script/act";

    @TempDir
    Path folder;

    @Test
    void aFactThatHasMovedStopsEitherAndIsNamedAndAWayBackEnablesAgain() throws Exception {
        try (Conducted world = Conducted.on("healthy", folder)) {
            String start = world.digest();
            done(world.byHand("ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] DISABLE"));
            String moved = world.digest();

            stopped(world, moved, "The state of provider AzureKeyVault_EKM was enabled, is disabled");
            done(world.sqlcmd("backout.sql"));
            assertEquals(start, world.digest());
        }
    }

    @Test
    void aDatabaseThatIsNotOpenAnyMoreStopsEither() throws Exception {
        try (Conducted world = Conducted.on("healthy", folder)) {
            done(world.byHand("ALTER DATABASE [Sales] SET OFFLINE"));

            stopped(world, world.digest(), "The state of database Sales was ONLINE, is OFFLINE");
        }
    }

    @Test
    void anotherServerIsRefused() throws Exception {
        try (Conducted planned = Conducted.on("healthy", folder);
                Range other = Range.start(RangeOptions.of("old-2016"))) {
            Command.Ended ended = planned.powershellAlone("forward.ps1", other);

            assertEquals(3, ended.exit(), ended.all());
            assertTrue(
                    ended.err().contains("The name of the server was PRACTICE01\\KEYTURN, is PRACTICE16\\KEYTURN"),
                    ended.all());
        }
    }

    @Test
    void aTargetThatTakesOnlyStrictEncryptionIsRefusedWithTheReason() throws Exception {
        try (Conducted world = Conducted.on("healthy", folder);
                StrictDoor door = StrictDoor.before(world.port())) {
            Command.Ended ended = world.powershell("forward.ps1", door.port());

            assertEquals(3, ended.exit(), ended.all());
            assertTrue(ended.err().contains("strict encryption"), ended.all());
            assertEquals(List.of(), world.sent(ACTS));
            Command.Ended asked = world.powershell("forward.ps1", "-Encrypt", "Strict");
            assertEquals(3, asked.exit(), asked.all());
        }
    }

    @Test
    void aWrongPasswordIsAFailureAndNotARefusal() throws Exception {
        try (Conducted world = Conducted.on("healthy", folder)) {
            Command.Ended ended = world.powershell("nobody", "wrong", "forward.ps1", world.port());

            assertEquals(1, ended.exit(), ended.all());
            assertTrue(ended.err().contains("18456"), ended.all());
        }
    }

    private static void stopped(Conducted world, String digest, String fact) throws Exception {
        Command.Ended sqlcmd = world.sqlcmd("forward.sql");
        assertEquals(1, sqlcmd.exit(), sqlcmd.all());
        assertTrue(sqlcmd.all().contains(fact), sqlcmd.all());
        Command.Ended powershell = world.powershell("forward.ps1");
        assertEquals(3, powershell.exit(), powershell.all());
        assertTrue(powershell.err().contains(fact), powershell.all());
        assertEquals(List.of(), world.sent(ACTS));
        assertEquals(digest, world.digest());
    }

    private static Command.Ended done(Command.Ended ended) {
        assertEquals(0, ended.exit(), ended.all());
        return ended;
    }
}
