package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Message;
import keyturn.practice.Range;
import keyturn.run.Upgrades;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rotations and their back-outs say of keys, by name, and of databases that are not open. */
@BesideOthers
final class BackOutOfRotationTest {

    private static final String OLD = "TDE_Key_2024";
    private static final String NEW = "TDE_Key_New";

    private final Path folder;
    private final Rotating rotating;
    private final InProcess keyturn;

    BackOutOfRotationTest(@TempDir Path folder) {
        this.folder = folder;
        this.keyturn = new InProcess(folder);
        this.rotating = new Rotating(folder);
    }

    @Test
    void afterEachWayTheVerdictNamesTheKeyThatRecoveryStillNeeds() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            Command.Ended ran = rotated(range);
            assertEquals(0, ran.exit(), ran.all());
            assertSays(ran, "cli.run.overall.OLD_KEY_NEEDED", OLD, NEW);
            assertSays(ran, "plan.note.missing.full", 1, "Archive");
            assertTrue(flat(ran).contains(between("plan.found.openedBefore")), ran.all());

            range.setFault("vault-unreachable");
            assertTrue(range.restart());
            Command.Ended closed = say("backout", range);
            assertEquals(3, closed.exit(), closed.all());
            assertTrue(closed.err().contains("[plan.undo.closed]"), closed.err());

            range.clearFault("vault-unreachable");
            assertTrue(range.restart());
            new Upgrades(range, folder).meddle("ALTER DATABASE Payroll SET OFFLINE WITH ROLLBACK IMMEDIATE");
            Command.Ended shown = say("backout", range);
            assertEquals(0, shown.exit(), shown.all());
            assertSays(shown, "plan.notice.rotateBackClosed", 1, "Payroll", NEW, OLD);

            Command.Ended back = say("backout", range, "--approve", Rotating.digest(shown));
            assertEquals(0, back.exit(), back.all());
            assertSays(back, "cli.run.overall.OLD_KEY_NEEDED", NEW, OLD);
        }
    }

    @Test
    void aRunThatOnlyMadeTheVaultKeySaysThatItStays() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            range.setFault("provider-code=3103@create-asymmetric-key");
            Command.Ended ran = rotated(range);
            assertEquals(1, ran.exit(), ran.all());

            Command.Ended shown = say("backout", range);
            assertEquals(3, shown.exit(), shown.all());
            assertTrue(shown.err().contains("[plan.undo.vault-key-stays]"), shown.err());
            assertTrue(shown.err().contains("made-by-run"), shown.err());
        }
    }

    private Command.Ended rotated(Range range) {
        List<Object> words = new ArrayList<>(List.of("plan", "rotate-key"));
        words.addAll(keyturn.target(range));
        words.addAll(List.of("--create", "rsa-2048", "--to-key", "made-by-run", "--asymmetric-key", NEW));
        words.addAll(List.of("--all-databases", "--out", folder.resolve("plan.json")));
        return rotating.run(keyturn.target(range), Rotating.digest(InProcess.say(words.toArray())));
    }

    private Command.Ended say(String verb, Range range, Object... more) {
        List<Object> words = new ArrayList<>(List.of(verb, rotating.run()));
        words.addAll(keyturn.target(range));
        words.addAll(List.of(more));
        return InProcess.say(words.toArray());
    }

    private static void assertSays(Command.Ended ended, String key, Object... arguments) {
        String words = Message.of(key, arguments).text().replaceAll("\\s+", "");
        assertTrue(flat(ended).contains(words), key + ": " + ended.all());
    }

    /** What stands between the two arguments of these words. */
    private static String between(String key) {
        return Message.of(key, "|", "|").text().split("\\|")[1].replaceAll("\\s+", "");
    }

    /** Without the line ends of the terminal's width. */
    private static String flat(Command.Ended ended) {
        return ended.text().replaceAll("\\s+", "");
    }
}
