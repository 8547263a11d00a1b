package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import keyturn.domain.Message;
import keyturn.plan.Flows;
import keyturn.ui.frame.Appearance.Choice;
import keyturn.ui.wizard.Environment;
import org.junit.jupiter.api.Test;

/** Where one comes to when a job ends, is given up, or is offered. */
final class LeavingTest {

    private static final String START_UPGRADE = start("upgrade");

    @Test
    void cancelInAJobLeadsToTheServerAndDisconnectFromThereToTheStart() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.pressAll("practice", "next", "next", "cancel");
                assertTrue(shown.shows("home"));
                assertTrue(shown.shows("server-name"), "and one is still connected");
                shown.press("cancel");
                assertTrue(shown.shows("start"));
                assertFalse(shown.shows("server-name"));
            }
            return true;
        });
    }

    @Test
    void escapeStaysAtTheServerAndTheSignInNamesNone() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.press("connect");
                shown.type("server", "SQL01");
                shown.pressAll("next", "place-databases");
                Keys.push(shown, KeyCode.ESCAPE);
                assertTrue(shown.shows("inspect-page"), "the overview");
                Keys.push(shown, KeyCode.ESCAPE);
                assertTrue(shown.shows("inspect-page") && shown.shows("server-name"));
                shown.press("back");
                assertTrue(shown.shows("connect-page"));
                assertFalse(shown.shows("server-name"), "none is connected");
            }
            return true;
        });
    }

    @Test
    void fromAHomeWithoutAVaultOneConnectsToTheSameServerWithOne() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.press("connect");
                shown.type("server", "127.0.0.1,1433");
                shown.press("next");
                assertTrue(shown.shows("vault-connect-first"), "where it is unknown what only the vault tells");
                shown.pressAll("place-keys", "vault-connect");
                assertTrue(shown.shows("connect-page") && shown.shows("vault"));
                assertEquals("127.0.0.1,1433", ((TextField) shown.find("server")).getText());
                assertEquals("vault", shown.scene().getFocusOwner().getId());
            }
            return true;
        });
    }

    @Test
    void whoConnectsSeesTheServerAndHasBegunNothing() throws Exception {
        Toolkit.on(() -> {
            HandMade world = new HandMade();
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.press("connect");
                shown.type("server", "SQL01");
                shown.press("next");
                assertTrue(shown.shows("home"));
                assertFalse(shown.shows("step-list") || shown.shows("choose-page"), "no job is chosen");
                shown.press("place-databases");
                assertTrue(shown.shows("databases"));
                shown.press("cancel");
                assertTrue(shown.shows("start"));
                assertEquals("", shown.texts("runs-to-see"), "and none is left behind");
            }
            return true;
        });
    }

    @Test
    void doneLeadsToTheServerWhichIsReadAgain() throws Exception {
        Toolkit.on(() -> {
            HandMade world = new HandMade();
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.pressAll("practice", "next", "next", "next", "approve", "next");
                world.later();
                shown.press("next");
                assertTrue(shown.shows("home"));
                assertTrue(
                        shown.texts("home-rail")
                                .contains(Message.of("ui.home.lookedAt", "20:01:00")
                                        .text()),
                        shown.texts("home-rail"));
            }
            return true;
        });
    }

    @Test
    void thePrimaryButtonStartsWhatSomebodyCameForUntilThatIsLeft() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.press("practise-rotate-key");
                assertNotEquals(START_UPGRADE, shown.text("next"), "although an upgrade is due");
                shown.pressAll("next", "cancel");
                assertEquals(START_UPGRADE, shown.text("next"), "the first job that is due");
            }
            return true;
        });
    }

    private static String start(String flow) {
        return Message.of(
                        "ui.home.next",
                        Flows.named(flow).orElseThrow().words("window.title").text())
                .text();
    }

    @Test
    void whereARestartWouldFailThePrimaryButtonOffersTheJobThatMendsThat() throws Exception {
        Toolkit.on(() -> {
            HandMade world = new HandMade();
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.press("practice");
                assertEquals(START_UPGRADE, shown.text("next"));
                assertTrue(shown.shows("next"));
                world.providerDisabled().later();
                shown.press("read-again");
                assertEquals(start("enable-ekm"), shown.text("next"), "what enables the provider again");
            }
            return true;
        });
    }

    @Test
    void theVerdictStaysAtItsHeadWhenThePracticeServerWasRestarted() throws Exception {
        ShownWindow shown = Toolkit.on(() -> new ShownWindow(new HandMade(), Choice.LIGHT, 1024, 640));
        Toolkit.on(() -> {
            shown.pressAll("practice", "next", "next", "next", "approve", "next");
            shown.find("restart-practice").requestFocus();
            return true;
        });
        DrawnWindow.awaitPulses();
        Toolkit.on(() -> {
            shown.press("restart-practice");
            return true;
        });
        DrawnWindow.awaitPulses();
        Toolkit.on(() -> {
            ScrollPane page = (ScrollPane) shown.find("verify-page");
            assertTrue(
                    page.getViewportBounds().getHeight()
                            < page.getContent().getLayoutBounds().getHeight(),
                    "it scrolls");
            assertEquals(page.getVmin(), page.getVvalue());
            shown.close();
            return true;
        });
    }

    @Test
    void aRunOnAPracticeWorldThatIsGoneCanStillBeRead() throws Exception {
        Path practised = Path.of("runs", "practice", "20261124-200000-PRACTICE01");
        HandMade world = new HandMade();
        world.filed().holdPractice(practised);
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                assertFalse(shown.shows("card-" + practised.getFileName()), "nobody can go on with it");
                shown.press("runs");
                assertFalse(shown.texts("runs-page")
                        .contains(Message.of("ui.runs.none").text()));
                assertTrue(shown.shows("report-" + practised.getFileName()));
                assertFalse(shown.shows("resume-" + practised.getFileName()));
            }
            return true;
        });
    }

    @Test
    void aRealServerIsRehearsedOnACopyWhichIsAPracticeServer() throws Exception {
        HandMade world = new HandMade().isReal();
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.connectAs(Environment.TEST);
                assertTrue(shown.shows("rehearse"));
                world.isPractice();
                shown.press("rehearse");
                assertTrue(shown.shows("home"));
                assertFalse(shown.shows("rehearse"), "a copy is not copied");
                assertFalse(world.isClosed());
                shown.press("cancel");
                assertTrue(world.isClosed(), "the copy goes when one leaves it");
            }
            return true;
        });
    }
}
