package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import keyturn.domain.Message;
import keyturn.evidence.runs.RunTold;
import keyturn.evidence.runs.Runs.About;
import keyturn.evidence.runs.Runs.Early;
import keyturn.evidence.runs.Runs.Run;
import keyturn.evidence.runs.Runs.Why;
import keyturn.plan.step.Step;
import keyturn.run.SentAct;
import keyturn.ui.frame.Appearance.Choice;
import keyturn.ui.wizard.Environment;
import keyturn.ui.work.DirectBackground;
import org.junit.jupiter.api.Test;

/** Runs do not vanish: each stands on the start page or in the list of all runs, with what may be done about it. */
final class RunsInWindowTest {

    private static final Early STOPPED =
            HandMadeList.early("20261124-180200-SQLTEST03", "SQLTEST03", Why.STOPPED, Optional.empty());

    private final HandMade world = new HandMade();

    private interface Scene {
        void play(ShownWindow shown);
    }

    private void inAWindow(Scene scene) throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                scene.play(shown);
            }
            return true;
        });
    }

    private void filed(Run... runs) {
        world.filed().hold(List.of(runs));
    }

    @Test
    void eachRunThatNeedsSomebodyHasACardOnTheStartPage() throws Exception {
        filed(STOPPED, HandMadeList.DAMAGED, HandMadeList.PENDING, HandMadeList.RUNNING, HandMadeList.CONFIRMED);
        inAWindow(shown -> {
            for (Run run : List.of(STOPPED, HandMadeList.DAMAGED, HandMadeList.PENDING, HandMadeList.RUNNING)) {
                assertSays(shown, "card-" + run.id(), RunTold.state(run));
            }
            assertFalse(shown.shows("card-" + HandMadeList.CONFIRMED.id()), "it is over");
            assertSays(
                    shown,
                    "card-" + HandMadeList.DAMAGED.id(),
                    HandMadeList.DAMAGED.why().summary());
        });
    }

    @Test
    void aStepWithoutAnAnswerIsSaidOnTheCard() throws Exception {
        Step change = HandMade.plan().steps().get(4);
        Early unknown = HandMadeList.interrupted(Optional.of(new SentAct(change, HandMade.NOW)));
        filed(unknown);
        inAWindow(shown -> {
            assertSays(shown, "card-" + unknown.id(), Message.of("run.sent.unknown", change.id(), "20:00:00"));
            assertSays(shown, "card-" + unknown.id(), SentAct.doNotRestart());
        });
    }

    @Test
    void aRunThatRunsElsewhereOffersNothing() throws Exception {
        filed(HandMadeList.RUNNING);
        inAWindow(shown -> {
            String card = "card-" + HandMadeList.RUNNING.id();
            assertEquals(List.of(), buttons(shown, card));
            assertFalse(says(shown, card, Message.of("ui.runs.word.INTERRUPTED")));
            shown.press("runs");
            assertEquals(List.of("folder-" + HandMadeList.RUNNING.id()), buttons(shown, "runs-RUNS"));
        });
    }

    @Test
    void thePageOfAllRunsGroupsThemAndOffersWhatMayBeDone() throws Exception {
        filed(HandMadeList.RUNNING, STOPPED, HandMadeList.PENDING, HandMadeList.CONFIRMED, HandMadeList.DAMAGED);
        inAWindow(shown -> {
            shown.press("runs");
            assertSays(shown, "runs-page", Message.of("ui.runs.heading", 3));
            assertEquals(
                    List.of(
                            "resume-" + STOPPED.id(),
                            "back-out-" + STOPPED.id(),
                            "report-" + STOPPED.id(),
                            "dismiss-" + STOPPED.id(),
                            "folder-" + HandMadeList.DAMAGED.id(),
                            "dismiss-" + HandMadeList.DAMAGED.id()),
                    buttons(shown, "runs-NEEDS_YOU"));
            assertTrue(buttons(shown, "runs-WAITS").contains("verify-" + HandMadeList.PENDING.id()));
            assertEquals(
                    List.of("verify-" + HandMadeList.CONFIRMED.id(), "report-" + HandMadeList.CONFIRMED.id()),
                    buttons(shown, "runs-OVER"));
            shown.press("next");
            assertTrue(shown.shows("start"));
        });
    }

    @Test
    void theListIsSearchedAndOneGroupIsShownAlone() throws Exception {
        filed(STOPPED, HandMadeList.PENDING, HandMadeList.CONFIRMED);
        inAWindow(shown -> {
            shown.press("runs");
            shown.type("runs-search", "sqltest03");
            assertTrue(shown.shows("run-" + STOPPED.id()));
            assertFalse(shown.shows("run-" + HandMadeList.PENDING.id()));
            shown.type("runs-search", "");
            shown.press("runs-only-OVER");
            assertTrue(shown.shows("run-" + HandMadeList.CONFIRMED.id()));
            assertFalse(shown.shows("run-" + STOPPED.id()));
            shown.press("runs-only-OVER");
            assertTrue(shown.shows("run-" + STOPPED.id()), "pressed again it shows all");
        });
    }

    @Test
    void aRunOfAnotherMachineIsReadOnlyUntilItIsTakenOver() throws Exception {
        Early theirs = HandMadeList.early("20261124-160000-SQLTEST05", "SQLTEST05", Why.INTERRUPTED, Optional.empty());
        world.filed().holdElsewhere(theirs);
        world.savesTo(theirs.folder());
        inAWindow(shown -> {
            shown.pressAll("runs", "open-run");
            assertEquals(
                    List.of("take-over-" + theirs.id(), "folder-" + theirs.id()), buttons(shown, "runs-ELSEWHERE"));
            shown.press("take-over-" + theirs.id());
            assertTrue(shown.shows("connect-page"));
            assertEquals("SQLTEST05", ((TextField) shown.find("server")).getText());
        });
    }

    @Test
    void aDismissedRunLeavesTheStartPageAndStaysInTheList() throws Exception {
        filed(STOPPED);
        inAWindow(shown -> {
            shown.press("dismiss-" + STOPPED.id());
            assertFalse(shown.shows("card-" + STOPPED.id()));
            shown.press("runs");
            assertTrue(buttons(shown, "runs-DISMISSED").contains("resume-" + STOPPED.id()));
            assertFalse(shown.shows("runs-OVER"), "it is not finished");
        });
    }

    @Test
    void theSecondClickOfADoubleClickDismissesNothing() throws Exception {
        Early other = HandMadeList.early("20261124-170000-SQLTEST04", "SQLTEST04", Why.STOPPED, Optional.empty());
        filed(STOPPED, other);
        var background = DirectBackground.whereTimeStands();
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world, background, Choice.LIGHT, 1280, 800)) {
                shown.pressAll("dismiss-" + STOPPED.id(), "dismiss-" + other.id());
                assertFalse(shown.shows("card-" + STOPPED.id()));
                assertTrue(shown.shows("card-" + other.id()), "its row came under the pointer");
                background.passTime();
                shown.press("dismiss-" + other.id());
                assertFalse(shown.shows("card-" + other.id()));
            }
            return true;
        });
    }

    @Test
    void aRunWithAnUnknownOutcomeCannotBeDismissed() throws Exception {
        Step change = HandMade.plan().steps().get(4);
        Early unknown = HandMadeList.interrupted(Optional.of(new SentAct(change, HandMade.NOW)));
        filed(unknown);
        inAWindow(shown -> {
            assertFalse(shown.shows("dismiss-" + unknown.id()));
            shown.press("runs");
            assertFalse(shown.shows("dismiss-" + unknown.id()));
        });
    }

    /** When a practice server is gone, nobody can find out any more. */
    @Test
    void onAPracticeServerItCan() throws Exception {
        Step change = HandMade.plan().steps().get(4);
        Early real = HandMadeList.interrupted(Optional.of(new SentAct(change, HandMade.NOW)));
        Early unknown = new Early(
                real.folder(),
                new About(
                        real.about().flow(), real.about().server(), real.about().node(), true),
                real.since(),
                real.why(),
                real.far());
        filed(unknown);
        inAWindow(shown -> {
            shown.press("dismiss-" + unknown.id());
            assertFalse(shown.shows("card-" + unknown.id()));
        });
    }

    @Test
    void resumeLeadsToTheServerOfTheRun() throws Exception {
        filed(STOPPED);
        inAWindow(shown -> {
            shown.press("resume-" + STOPPED.id());
            assertTrue(shown.shows("connect-page"));
            assertEquals("SQLTEST03", ((TextField) shown.find("server")).getText());
        });
    }

    @Test
    void aRunThatWasStoppedOnThePracticeRangeIsResumedFromTheStartPage() throws Exception {
        world.failsAt(8);
        world.filed().holdPractice(Path.of("runs", "practice", "20261124-200000-PRACTICE01"));
        inAWindow(shown -> {
            shown.pressAll("practice", "next", "next", "next", "approve", "leave", "cancel");
            assertTrue(shown.shows("start"));
            assertFalse(world.isClosed(), "a run on it waits");
            shown.pressAll("resume-20261124-200000-PRACTICE01", "retry", "next");
            assertTrue(shown.shows("verify-page"), "the run went on to its end");
        });
    }

    @Test
    void backOutShowsThePlanThatLeadsBack() throws Exception {
        world.failsAt(8);
        world.filed().holdPractice(Path.of("runs", "practice", "20261124-200000-PRACTICE01"));
        inAWindow(shown -> {
            shown.pressAll("practice", "next", "next", "next", "approve", "leave", "cancel", "runs");
            shown.press("back-out-20261124-200000-PRACTICE01");
            assertTrue(shown.shows("preview-page"), "shown, for approval");
            assertSays(shown, "preview-page", Message.of("ui.preview.title.back", 7));
        });
    }

    @Test
    void whoDismissesTheLastRunOfAPracticeWorldClosesIt() throws Exception {
        world.failsAt(8);
        world.filed().holdPractice(Path.of("runs", "practice", "20261124-200000-PRACTICE01"));
        inAWindow(shown -> {
            shown.pressAll("practice", "next", "next", "next", "approve", "leave", "cancel");
            shown.press("dismiss-20261124-200000-PRACTICE01");
            assertTrue(world.isClosed());
        });
    }

    @Test
    void aRunOnAServerIsFiledAmongTheMachinesRunsWhileAPracticeRunWaits() throws Exception {
        world.failsAt(2);
        world.filed().holdPractice(Path.of("runs", "practice", "20261124-200000-PRACTICE01"));
        inAWindow(shown -> {
            shown.pressAll("practice", "next", "next", "next", "approve", "leave", "cancel");
            assertFalse(world.isClosed(), "a run on it waits");
            shown.connectAs(Environment.TEST);
            shown.pressAll("next", "next", "next", "approve");
            assertEquals(
                    List.of(Path.of("runs", "practice"), Path.of("runs")),
                    world.runs().filedIn());
        });
    }

    private static void assertSays(ShownWindow shown, String place, Message message) {
        assertTrue(says(shown, place, message), () -> message.text() + " in: " + texts(shown, place));
    }

    private static boolean says(ShownWindow shown, String place, Message message) {
        return texts(shown, place).contains(message.text());
    }

    private static String texts(ShownWindow shown, String place) {
        return shown.find(place).lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining(" "));
    }

    private static List<String> buttons(ShownWindow shown, String place) {
        return shown.find(place).lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Node::getId)
                .toList();
    }
}
