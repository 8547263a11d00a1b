package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;

/** What the window offers for a run that ended early. */
final class WaysOnTest {

    private static ShownWindow stoppedAt(int step) {
        ShownWindow shown = new ShownWindow(new HandMade().failsAt(step), Choice.LIGHT, 1280, 800);
        List.of("practice", "next", "next", "next", "approve").forEach(shown::press);
        return shown;
    }

    @Test
    void aStoppedRunGoesOnFromTheStepThatFailed() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = stoppedAt(8)) {
                assertTrue(shown.find("next").isDisabled(), "no verdict yet");
                shown.press("retry");
                assertFalse(shown.find("next").isDisabled());
                shown.press("next");
                assertTrue(shown.find("verify-page").isVisible());
            }
            return true;
        });
    }

    @Test
    void whatAnotherVersionWroteIsShownAndApprovedAsItIsFiled() throws Exception {
        Toolkit.on(() -> {
            HandMade world = new HandMade().failsAt(8);
            world.runs().madeByAnotherVersion(9);
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.pressAll("practice", "next", "next", "next", "approve");
                String said = shown.find("otherwise").lookupAll(".label").stream()
                        .map(node -> ((Labeled) node).getText())
                        .collect(Collectors.joining("\n"));
                String difference = Message.of("ui.run.on.otherwise.step", 9, "SELECT 1", "SELECT 2")
                        .text();
                assertTrue(said.contains(difference), said);
                assertEquals(Message.of("ui.run.on.anew").text(), shown.text("retry"));
                assertEquals(Optional.empty(), world.runs().approvedAnew(), "nothing is sent before that");
                shown.press("retry");
                assertEquals(Optional.of(true), world.runs().approvedAnew());
            }
            return true;
        });
    }

    @Test
    void theWayBackIsShownAndRunsOnlyOnceItIsApproved() throws Exception {
        Toolkit.on(() -> {
            HandMade world = new HandMade().failsAt(8);
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                List.of("practice", "next", "next", "next", "approve").forEach(shown::press);
                assertEquals(HandMade.NEW, registered(world));
                shown.press("undo");
                assertEquals(HandMade.NEW, registered(world), "shown, not run");
                long steps = PreviewOf.steps(shown);
                assertEquals(7, steps, "FROM FILE back, ENABLE, a look, four tests");
                shown.press("approve");
                assertEquals(HandMade.OLD, registered(world));
            }
            return true;
        });
    }

    @Test
    void whoTurnsBackFromTheWayBackFindsTheRunAsItStands() throws Exception {
        Toolkit.on(() -> {
            HandMade world = new HandMade().failsAt(8);
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                List.of("practice", "next", "next", "next", "approve", "undo", "back")
                        .forEach(shown::press);
                assertEquals(HandMade.NEW, registered(world), "nothing has run");
                assertTrue(shown.find("retry").isVisible());
                String row = ((ListView<?>) shown.find("run-steps"))
                        .getItems()
                        .get(7)
                        .toString();
                assertTrue(row.contains(Message.of("ui.run.standing.FAILED").text()), row);
            }
            return true;
        });
    }

    @Test
    void aSavedPlanIsReadAndApprovedOnItsServer() throws Exception {
        Toolkit.on(() -> {
            HandMade world = new HandMade().savesTo(Path.of("plan.json"));
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.press("flow-plan");
                assertTrue(shown.find("connect-page").isVisible());
                shown.press("next");
                assertEquals(11, PreviewOf.steps(shown));
                assertEquals(HandMade.OLD, registered(world), "shown, not run");
                shown.press("approve");
                assertEquals(HandMade.NEW, registered(world));
            }
            return true;
        });
    }

    @Test
    void anInterruptedRunIsLookedAtFirst() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade().hasHistory(), Choice.LIGHT, 1280, 800)) {
                shown.press("resume-20261124-151200-SQLTEST02");
                assertTrue(shown.find("connect-page").isVisible());
                assertEquals("SQLTEST02", ((TextField) shown.find("server")).getText());
                assertEquals(
                        Message.of("ui.connect.needs.login").text(),
                        ((Labeled) shown.find("blocked-reason")).getText());
            }
            return true;
        });
    }

    private static DllPath registered(HandMade world) {
        return new DllPath(world.look()
                .facts()
                .providers()
                .value()
                .orElseThrow()
                .getFirst()
                .dllPath());
    }
}
