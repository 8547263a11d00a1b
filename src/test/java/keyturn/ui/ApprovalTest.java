package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import keyturn.domain.Message;
import keyturn.ui.frame.Appearance.Choice;
import keyturn.ui.parts.Tone;
import keyturn.ui.wizard.Environment;
import keyturn.ui.work.DirectBackground;
import org.junit.jupiter.api.Test;

/** Nobody approves by accident. */
final class ApprovalTest {

    private static final String SERVER = "PRACTICE01\\RANGE";

    private final DirectBackground background = DirectBackground.whereTimeStands();

    private interface Scene {
        void play(ShownWindow shown);
    }

    private void inAWindow(HandMade world, Scene scene) throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world, background, Choice.LIGHT, 1280, 800)) {
                scene.play(shown);
            }
            return true;
        });
    }

    @Test
    void theSecondClickOfADoubleClickOnPreviewApprovesNothing() throws Exception {
        inAWindow(new HandMade(), shown -> {
            shown.pressAll("practice", "next", "next", "next");
            shown.press("approve");
            assertTrue(shown.shows("preview-page"), "the second click came too early");
            background.passTime();
            shown.press("approve");
            assertTrue(shown.shows("run"));
        });
    }

    @Test
    void theButtonThatApprovesNeverHasTheInitialFocus() throws Exception {
        inAWindow(new HandMade(), shown -> {
            shown.pressAll("practice", "next", "next");
            shown.find("next").requestFocus();
            shown.press("next");
            assertNotEquals("approve", focused(shown));
            background.passTime();
            assertNotEquals("approve", focused(shown));
        });
    }

    @Test
    void serverAndCountsStandBesideTheButton() throws Exception {
        inAWindow(new HandMade(), shown -> {
            shown.pressAll("practice", "next", "next", "next");
            assertEquals(SERVER, shown.text("approve-server"));
            assertEquals(Message.of("ui.preview.counts", 2, 9).text(), shown.text("approve-counts"));
            assertFalse(shown.shows("confirm-server"), "nobody has marked it as production");
        });
    }

    @Test
    void onAProductionServerItsNameIsTypedFirst() throws Exception {
        inAWindow(new HandMade(), shown -> {
            shown.connectAs(Environment.PRODUCTION);
            shown.pressAll("next", "next", "next");
            background.passTime();
            assertTrue(shown.find("approve").isDisabled());
            assertEquals(Message.of("ui.confirm.missing").text(), shown.text("blocked-reason"));
            shown.type("confirm-server", "PRACTICE02");
            assertTrue(shown.find("approve").isDisabled());
            shown.type("confirm-server", " practice01\\range ");
            assertFalse(shown.find("approve").isDisabled());
            shown.pressAll("back", "next");
            background.passTime();
            assertTrue(shown.find("approve").isDisabled(), "who comes back types it again");
        });
    }

    @Test
    void thePracticeTagHidesNoProductionTag() throws Exception {
        inAWindow(new HandMade(), shown -> {
            shown.connectAs(Environment.PRODUCTION);
            List<String> tags = shown.find("where").lookupAll(".outlined").stream()
                    .map(node -> ((Labeled) node).getText())
                    .toList();
            assertEquals(
                    List.of(
                            Tone.PRACTICE.before(Message.of("ui.strip.practice").text()),
                            Tone.PRODUCTION.before(
                                    Message.of("ui.environment.tag.PRODUCTION").text())),
                    tags);
        });
    }

    @Test
    void onAServerOfWhichNobodyHasSaidAnythingItsNameIsTypedFirst() throws Exception {
        inAWindow(new HandMade().isReal(), shown -> {
            shown.connectAs(Environment.NOT_SAID);
            shown.pressAll("next", "next", "next");
            background.passTime();
            assertTrue(shown.find("approve").isDisabled());
            shown.type("confirm-server", SERVER);
            assertFalse(shown.find("approve").isDisabled());
        });
    }

    @Test
    void onATestServerNobodyIsAskedForItsName() throws Exception {
        inAWindow(new HandMade().isReal(), shown -> {
            shown.connectAs(Environment.TEST);
            shown.pressAll("next", "next", "next");
            background.passTime();
            assertFalse(shown.find("approve").isDisabled());
        });
    }

    @Test
    void aRunOnAProductionServerGoesOnOnceItsNameIsTyped() throws Exception {
        inAWindow(new HandMade().failsAt(8), shown -> {
            shown.connectAs(Environment.PRODUCTION);
            shown.pressAll("next", "next", "next");
            background.passTime();
            shown.type("confirm-server", SERVER);
            shown.press("approve");
            background.passTime();
            assertTrue(shown.find("retry").isDisabled());
            shown.type("confirm-server", SERVER);
            shown.press("retry");
            assertFalse(shown.find("next").isDisabled(), "it went on to its end");
        });
    }

    @Test
    void theWaysOnTakeNoClickRightAfterTheyHaveAppeared() throws Exception {
        inAWindow(new HandMade().failsAt(8), shown -> {
            shown.pressAll("practice", "next", "next", "next");
            background.passTime();
            shown.press("approve");
            assertTrue(shown.find("retry").isDisabled());
            background.passTime();
            assertFalse(shown.find("retry").isDisabled());
        });
    }

    private static String focused(ShownWindow shown) {
        Node owner = shown.scene().getFocusOwner();
        return owner == null ? "nothing" : String.valueOf(owner.getId());
    }
}
