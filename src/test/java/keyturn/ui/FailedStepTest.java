package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import keyturn.domain.Message;
import keyturn.evidence.Bundle;
import keyturn.evidence.BundleWriter;
import keyturn.run.journal.Journal;
import keyturn.script.json.PlanFile;
import keyturn.ui.parts.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step fails in the window: each choice, through runner and driver, on a range with a fault. */
final class FailedStepTest {

    /** The second test after the change; the first is a full backup, as the one of its database before it. */
    private static final String AFTER_THE_CHANGE = "provider-code=3303@backup-log:5";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aStepThatIsTriedAgainIsSentAgainAndTheRunGoesOn() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy", "bad-signature@alter-provider:1")) {
            String old = window.registered();
            window.approve();
            window.awaitText("failure", "33027");
            assertTrue(window.text("failure").contains("Step 5 has failed"), window.text("failure"));
            assertTrue(window.isDisabled("skip"), "the tests depend on it");
            assertTrue(window.text("failure").contains(Words.of("run.ask.SKIP.not")), window.text("failure"));
            window.awaitEnabled("stop-here", () -> {});
            assertEquals(Words.of("run.blocked.asked"), window.text("blocked-reason"));
            assertEquals(old, window.registered(), "nothing happens before a word");

            window.press("retry");
            window.press("next");
            window.await("verify-page");
            assertNotEquals(old, window.registered());
            assertEquals(
                    List.of("started 5", "failed 5", "started 5", "done 5"),
                    told(window).subList(9, 13));
        }
    }

    @Test
    void undoLeadsToTheWayBackWhichRunsOnceItIsApproved() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy", AFTER_THE_CHANGE)) {
            String old = window.registered();
            window.approve();
            window.press("undo");
            window.await("preview-page");
            assertNotEquals(old, window.registered(), "shown, not run");
            assertEquals("failed 9", told(window).getLast());

            window.press("approve");
            window.press("next");
            window.await("verify-page");
            assertEquals(old, window.registered());
            assertEquals("undone", told(window).getLast());
        }
    }

    @Test
    void whereNothingHasChangedUndoSaysWhyThereIsNoWayBack() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "enabled-after", "bad-signature@alter-provider:1")) {
            window.approve();
            window.press("undo");
            window.awaitText("ways-on", "so there is nothing to back out");
            assertTrue(window.text("true-now").contains("EKM.dll in the catalog"), window.text("true-now"));
            assertFalse(window.text("true-now").contains("15.0.2000.440"), window.text("true-now"));
            assertTrue(window.text("true-now").contains(Words.of("run.true.seen.enabled")), window.text("true-now"));
            assertEquals("failed 5", told(window).getLast());
        }
    }

    @Test
    void whoStopsMayHandOverWhatIsLeft() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy", AFTER_THE_CHANGE)) {
            window.approve();
            window.await("failure");
            assertEquals(1, window.count("retry"));
            window.press("stop-here");
            window.await("export-left");
            assertEquals(0, window.count("failure"));
            assertEquals(1, window.count("retry"), "now that of the ways on");
            assertEquals("failed 9", told(window).getLast());
            assertTrue(Files.exists(window.run().resolve("evidence.json")));

            window.press("export-left");
            window.awaitText("export-said", window.left().toString());
            Path plan = window.run().resolve("plan.json");
            var approved = PlanFile.read(Files.readString(plan), "plan.json");
            Path expected = folder.resolve("expected.zip");
            BundleWriter.write(Bundle.of(approved.plan(), approved.scripts()), expected);
            assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(window.left()));

            window.press("retry");
            window.press("next");
            window.await("verify-page");
        }
    }

    @Test
    void whatNothingReliesOnIsLeftOutOnceAReasonIsGiven() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy", AFTER_THE_CHANGE)) {
            window.approve();
            window.awaitEnabled("retry", () -> {});
            assertTrue(window.isDisabled("skip"));
            window.type("skip-reason", "   ");
            assertTrue(window.isDisabled("skip"), "blank is no reason");
            window.type("skip-reason", "the vault is being patched");
            window.press("skip");
            window.press("next");
            window.awaitText("verdict", "PENDING RESTART");
            assertEquals(
                    1,
                    window.rows("verdicts").stream()
                            .filter(row -> row.contains("inGroup=true")
                                    && row.contains(Words.of("verify.verdict.CANNOT_TELL")))
                            .count(),
                    window.rows("verdicts").toString());
            assertTrue(Files.readString(window.run().resolve("journal.jsonl"))
                    .contains("{\"kind\":\"left-out\",\"reason\":\"the vault is being patched\"}"));
            assertEquals(8, window.acts("BACKUP "), "each test was sent once");
        }
    }

    /** By the sentence's key, whatever the time in it. */
    private static void assertSaysUnanswered(String text, int step) {
        String[] parts = Message.of("run.sent.unknown", step, "|").text().split("\\|", 2);
        assertTrue(text.contains(parts[0]) && text.contains(parts[1]), text);
    }

    @Test
    void insideAGroupOneMayFinishOrGoBackOnly() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy", "drop-after@alter-provider:1")) {
            window.approve();
            window.await("failure");
            assertSaysUnanswered(window.text("failure"), 5);
            window.awaitEnabled("undo", () -> {});
            assertTrue(window.isDisabled("stop-here"));
            assertTrue(window.isDisabled("skip"));
            assertTrue(window.text("failure").contains("Not in this group of steps"), window.text("failure"));
            assertEquals(0, window.count("skip-reason"));
            assertSaysUnanswered(window.text("true-now"), 5);
            assertTrue(window.rows("run-steps").get(4).contains("UNSURE"));
            assertSaysUnanswered(window.rows("run-steps").get(4), 5);

            window.press("retry");
            window.press("next");
            window.await("verify-page");
            assertEquals(1, window.acts("FROM FILE"), "it was done, and the look saw it");
        }
    }

    @Test
    void theKeyboardComesToTheCardAndEveryControlOfItHasANameAndAKeyOfItsOwn() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy", AFTER_THE_CHANGE)) {
            window.approve();
            window.await("failure");
            String spoken = window.on(() -> window.scene().getFocusOwner().getAccessibleText());
            assertTrue(spoken.contains("Step 9 has failed") && spoken.contains("3303"), spoken);
            var root = window.scene().getRoot();
            assertEquals(List.of(), window.on(() -> AccessibilityTest.nameless(root, "card")));
            assertEquals(List.of(), window.on(() -> AccessibilityTest.doubled(root, "card")));
            window.press("stop-here");
            window.await("export-left");
            assertEquals(List.of(), window.on(() -> AccessibilityTest.nameless(root, "ways on")));
            assertEquals(List.of(), window.on(() -> AccessibilityTest.doubled(root, "ways on")));
        }
    }

    @Test
    void theWindowClosesOnceTheRunThatWaitedHasStoppedAndIsFiled() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy", AFTER_THE_CHANGE)) {
            window.approve();
            window.await("failure");
            window.askToClose();
            window.awaitClosed();
            assertEquals("failed 9", told(window).getLast());
            assertTrue(Files.exists(window.run().resolve("evidence.json")));
        }
    }

    /** Nobody went on to the verdict: the evidence has it all the same. */
    @Test
    void aWindowThatIsClosedWhenAllStepsHaveRunLeavesEvidence() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy")) {
            window.approve();
            window.awaitEnabled("next", () -> {});
            window.askToClose();
            window.awaitClosed();
            Path evidence = window.run().resolve("evidence.json");
            assertTrue(Files.readString(evidence).contains("\"overall\""), "with its verdict");
        }
    }

    @Test
    void aWindowWithARunThatGoesStaysOpen() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy", "hold-request@backup-log:1")) {
            window.approve();
            window.awaitText("run", "Running step 1");
            window.askToClose();
            assertTrue(window.on(() -> window.scene().getWindow().isShowing()));
            window.awaitEnabled("next", window.range::release);
            window.press("next");
            window.await("verify-page");
        }
    }

    @Test
    void whoClosesTheWindowDuringARunIsAskedAndMayStopItFirst() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy", "hold-request@backup-log:1")) {
            window.approve();
            window.awaitText("run", Words.of("run.title.step", 1, 11));
            window.askToClose();
            window.press("keep-running");
            assertFalse(window.shows("closing"));
            window.askToClose();
            window.press("stop-and-close");
            window.range.clearFault("hold-request");
            window.range.release();
            window.awaitClosed();
            assertEquals("stopped 2", told(window).getLast());
        }
    }

    /** The journal of the window's only run: events with their steps, without what a look files after them. */
    private static List<String> told(LiveWindow window) throws Exception {
        return Journal.read(window.run().resolve(Journal.FILE)).entries().stream()
                .filter(line -> !line.isOfLook())
                .map(line -> line.event().word()
                        + line.step().map(step -> " " + step).orElse(""))
                .toList();
    }
}
