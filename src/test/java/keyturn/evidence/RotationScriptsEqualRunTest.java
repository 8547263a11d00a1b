package keyturn.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.step.TestStep;
import keyturn.run.RunResult;
import keyturn.script.act.TSqlActs;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundle's scripts of a rotation, run by real clients on identical ranges, do what a run by Keyturn does. */
@BesideOthers
final class RotationScriptsEqualRunTest {

    @TempDir
    Path folder;

    @Test
    void bothScriptsEndWhereARunEndsAndTheWayBackWrapsAgain() throws Exception {
        try (Conducted byRun = Conducted.rotating("healthy", folder);
                Conducted bySqlcmd = Conducted.rotating("healthy", folder);
                Conducted byPowerShell = Conducted.rotating("healthy", folder)) {
            String order = Files.readString(byRun.bundle().resolve("run-order.txt"));
            assertTrue(order.contains("These steps write the backups: "), order);
            List<String> start = wrapped(byRun);
            assertInstanceOf(RunResult.Completed.class, byRun.run());
            List<String> end = wrapped(byRun);
            assertNotEquals(start, end);

            done(bySqlcmd.sqlcmd("forward.sql"));
            assertEquals(end, wrapped(bySqlcmd));
            done(bySqlcmd.sqlcmd("forward.sql"));
            assertEquals(end, wrapped(bySqlcmd), "a second run");
            Command.Ended seen = done(bySqlcmd.sqlcmd("verify.sql"));
            assertTrue(!seen.all().contains("\tNot confirmed\t"), seen.all());
            done(bySqlcmd.byHand(
                    "BACKUP LOG Sales TO DISK = N'NUL' WITH COPY_ONLY, NAME = N'" + before(bySqlcmd, "Sales") + "'"));
            Command.Ended again = done(bySqlcmd.sqlcmd("verify.sql"));
            assertEquals(tests(seen), tests(again), "a repeat after the change is no test before it");

            done(byPowerShell.powershell("forward.ps1"));
            assertEquals(end, wrapped(byPowerShell));
            done(byPowerShell.powershell("forward.ps1"));
            assertEquals(end, wrapped(byPowerShell), "a second run");

            for (Conducted world : List.of(byRun, bySqlcmd, byPowerShell)) {
                done(world.byHand("IF (SELECT COUNT(*) FROM msdb.dbo.backupset WHERE name LIKE N'Keyturn 2%') <> 3"
                        + " RAISERROR (N'each backup once', 16, 1);"));
            }
            Command.Ended back = done(bySqlcmd.sqlcmd("backout.sql"));
            assertTrue(back.all().contains("Step 1: "), back.all());
            assertTrue(back.all().contains("Step 2: "), back.all());
            assertEquals(start, wrapped(bySqlcmd));
            done(byPowerShell.powershell("backout.ps1"));
            assertEquals(start, wrapped(byPowerShell));
        }
    }

    /** The name of the test of a database before the change. */
    private static String before(Conducted world, String database) {
        return TestStep.tests(world.plan().steps())
                .filter(test -> test.isBefore() && test.database().value().equals(database))
                .map(TSqlActs::testName)
                .findFirst()
                .orElseThrow();
    }

    /** The rows of the tests that the history shows. */
    private static List<String> tests(Command.Ended seen) {
        List<String> rows =
                seen.out().lines().filter(line -> line.contains("\tSeen\t")).toList();
        assertTrue(!rows.isEmpty(), seen.all());
        return rows;
    }

    private static Command.Ended done(Command.Ended ended) {
        assertEquals(0, ended.exit(), ended.all());
        return ended;
    }

    /** Each database with the login and the credential that open the key it is wrapped by. */
    private static List<String> wrapped(Conducted world) throws Exception {
        Inspection seen = world.look();
        return seen.facts().databases().value().orElseThrow().stream()
                .map(row -> row.name() + " "
                        + KeyChain.of(row, seen.facts()).login().value() + " "
                        + KeyChain.of(row, seen.facts()).credential().value())
                .toList();
    }
}
