package keyturn.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import keyturn.plan.step.TestStep;
import keyturn.script.act.TSqlActs;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bundle's scripts of a rotation say, to those who run them and to those who read them. */
@BesideOthers
final class RotationScriptsTest {

    @TempDir
    Path folder;

    @Test
    void aRepeatAfterTheChangeIsNoTestBeforeItAndTheWayBackNumbersItsSteps() throws Exception {
        try (Conducted world = Conducted.rotating("healthy", folder)) {
            String order = Files.readString(world.bundle().resolve("run-order.txt"));
            assertTrue(order.contains("These steps write the backups: "), order);
            done(world.sqlcmd("forward.sql"));
            Command.Ended seen = done(world.sqlcmd("verify.sql"));
            done(world.byHand(
                    "BACKUP LOG Sales TO DISK = N'NUL' WITH COPY_ONLY, NAME = N'" + before(world, "Sales") + "'"));
            Command.Ended again = done(world.sqlcmd("verify.sql"));
            assertEquals(tests(seen), tests(again));

            Command.Ended back = done(world.sqlcmd("backout.sql"));
            assertTrue(back.all().contains("Step 1: "), back.all());
            assertTrue(back.all().contains("Step 2: "), back.all());
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
}
