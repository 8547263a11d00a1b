package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Message;
import keyturn.plan.step.ProviderStep;
import keyturn.practice.Range;
import keyturn.script.json.PlanFile;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes an upgrade back that is over: after a restart that lost the databases, and after one that went well. */
@BesideOthers
final class BackOutOfUpgradeTest {

    private static final List<String> DATABASES = List.of("Sales", "Ledger", "Payroll", "Archive");

    private final Rotating rotating;
    private final InProcess keyturn;

    BackOutOfUpgradeTest(@TempDir Path folder) {
        this.keyturn = new InProcess(folder);
        this.rotating = new Rotating(folder);
    }

    @Test
    void afterARestartThatLostTheDatabasesTheOldDllIsRegisteredAgainAndTheyOpen() throws Exception {
        try (Range range = upgraded()) {
            range.setFault("vault-unreachable");
            assertTrue(range.restart());

            Command.Ended shown = say("backout", range);
            assertEquals(0, shown.exit(), shown.all());
            for (String database : DATABASES) {
                assertSays(shown, "plan.notice.backClosed", database, "RECOVERY_PENDING");
            }

            Command.Ended back = say("backout", range, "--approve", Rotating.digest(shown));
            assertEquals(0, back.exit(), back.all());
            assertTrue(back.text().contains("PENDING RESTART"), back.text());
            for (String database : DATABASES) {
                assertSays(back, "plan.note.stillClosed", database, "RECOVERY_PENDING");
            }
            assertFalse(flat(back)
                    .contains(flat(Message.of("plan.note.testsBeforeRestart", "x"))
                            .substring(0, 25)));

            range.clearFault("vault-unreachable");
            assertTrue(range.restart());
            Command.Ended later = say("verify", range);
            assertEquals(0, later.exit(), later.all());
            assertFalse(later.text().contains("RECOVERY_PENDING"), later.text());
        }
    }

    @Test
    void afterARestartThatWentWellItIsOfferedWithWhatTheRunNotedOfItsTests() throws Exception {
        try (Range range = upgraded()) {
            assertTrue(range.restart());
            assertEquals(0, say("verify", range).exit());
            assertBothLooksSawTheNewDll();
            assertTrue(
                    ProviderStep.points(PlanFile.read(rotating.run().resolve("plan.json"))
                                    .plan()
                                    .steps())
                            .allMatch(point -> point.old().isPresent()),
                    "what the old DLL was is known, so that another in its place is seen");

            Command.Ended shown = say("backout", range);
            assertEquals(0, shown.exit(), shown.all());
            assertSays(shown, "cli.found.complete");
            assertNotSays(shown, "cli.found.nothing");
            for (String database : DATABASES) {
                assertNotSays(shown, "plan.found.notTestedBefore", database);
            }

            Command.Ended back = say("backout", range, "--approve", Rotating.digest(shown));
            assertEquals(0, back.exit(), back.all());
            assertTrue(back.text().contains("PENDING RESTART"), back.text());
            assertTrue(range.restart());
            Command.Ended later = say("verify", range);
            assertEquals(0, later.exit(), later.all());
            assertEquals(0, InProcess.say("verify-evidence", rotating.run()).exit());
        }
    }

    private void assertBothLooksSawTheNewDll() throws IOException {
        JsonNode evidence = new ObjectMapper()
                .readTree(rotating.run().resolve("evidence.json").toFile());
        JsonNode before = evidence.path("before").findPath("files");
        assertTrue(before.toString().contains("15.0.2000.440"), before.toString());
        assertEquals(before, evidence.path("after").findPath("files"));
    }

    private Range upgraded() throws Exception {
        Range range = keyturn.started("healthy");
        Command.Ended ran = keyturn.run(keyturn.target(range), keyturn.plan(keyturn.target(range)));
        assertEquals(0, ran.exit(), ran.all());
        return range;
    }

    private Command.Ended say(String verb, Range range, Object... more) {
        List<Object> words = new ArrayList<>(List.of(verb, rotating.run()));
        words.addAll(keyturn.target(range));
        words.addAll(List.of(more));
        return InProcess.say(words.toArray());
    }

    private static void assertSays(Command.Ended ended, String key, Object... arguments) {
        assertTrue(flat(ended).contains(flat(Message.of(key, arguments))), key + ": " + ended.all());
    }

    private static void assertNotSays(Command.Ended ended, String key, Object... arguments) {
        assertFalse(flat(ended).contains(flat(Message.of(key, arguments))), key + ": " + ended.all());
    }

    /** Without the line ends of the terminal's width. */
    private static String flat(Command.Ended ended) {
        return ended.text().replaceAll("\\s+", "");
    }

    private static String flat(Message message) {
        return message.text().replaceAll("\\s+", "");
    }
}
