package keyturn.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import keyturn.script.TSql;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exported script tests by snapshots as a run does, and verify.sql says no to one that is left. */
@BesideOthers
final class SnapshotScriptsTest {

    @TempDir
    Path folder;

    @Test
    void theScriptMakesAndDropsTheSnapshots() throws Exception {
        try (Conducted world = Conducted.bySnapshots("healthy", folder)) {
            String script = Files.readString(world.bundle().resolve("forward.sql"));
            assertTrue(script.contains("AS SNAPSHOT OF [Sales]"), script);

            Command.Ended ran = world.sqlcmd("forward.sql");
            assertEquals(0, ran.exit(), ran.all());
            Command.Ended none = world.byHand("IF EXISTS (SELECT 1 FROM sys.databases WHERE source_database_id > 0)"
                    + " RAISERROR (N'left', 16, 1);");
            assertEquals(0, none.exit(), none.all());
            assertEquals(0, world.sqlcmd("verify.sql").exit());

            var last = world.plan()
                    .steps()
                    .getLast()
                    .asTest()
                    .orElseThrow()
                    .asTestOfKey()
                    .orElseThrow();
            var snapshot = last.snapshot().orElseThrow();
            var file = snapshot.files().getFirst();
            Command.Ended left = world.byHand("CREATE DATABASE " + TSql.name(snapshot.name()) + " ON (NAME = "
                    + TSql.name(file.of()) + ", FILENAME = " + TSql.literal(file.path()) + ") AS SNAPSHOT OF "
                    + TSql.name(last.database().value()));
            assertEquals(0, left.exit(), left.all());
            assertEquals(1, world.sqlcmd("verify.sql").exit());
        }
    }
}
