package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import keyturn.plan.flow.roll.RollFlow;
import keyturn.practice.server.state.Database;
import keyturn.ui.LiveWindow;
import keyturn.ui.frame.Appearance;
import keyturn.ui.parts.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roll of a secret in the window, as somebody practises it. */
final class RollInWindowTest {

    @TempDir
    Path folder;

    /** Keyturn signs in with the expired secret too, so it sees neither vault nor directory. */
    @Test
    void afterTheSecretHasExpiredTheOwnersNewOneOpensTheClosedDatabases() throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, "secret-expired")) {
            LiveWindow window = walk.window;
            window.look(Appearance.Choice.LIGHT, 1024, 700);
            assertTrue(walk.range.restart());
            assertEquals(4, closed(walk).size());
            window.press("practice");
            window.press("turn-to-roll-secret");
            window.await("roll-page");
            assertEquals(
                    "roll-application",
                    window.on(() -> window.scene().getFocusOwner().getId()));
            window.press("roll-credential-1");
            window.press("roll-credential-2");
            window.press("roll-made");
            window.press("roll-restart-now");
            window.press("roll-expired");
            window.press("next");
            theSignOfWhatBlocksIsSeen(window);
            window.press("back");
            window.press("roll-expired");
            window.press("roll-open-1");
            walk.toThePreview();
            window.press("approve");
            window.await("restart-awaited");
            assertEquals(3, closed(walk).size());
            whoeverClosesTheWindowIsAsked(window);
            window.press("restart-awaited");
            window.press("next");
            window.awaitText("verdict", RollFlow.NAME.words("window.done").text());
            assertEquals(List.of(), closed(walk));
        }
    }

    /** Not only said to be there: a sign that is too wide for its column is not drawn. */
    private static void theSignOfWhatBlocksIsSeen(LiveWindow window) throws Exception {
        window.await("preflight-page");
        window.awaitPulses();
        assertEquals(
                Tone.DANGER.sign(),
                window.on(() -> ((Text) window.scene().lookup(".finding.danger > .step-sign > .text")).getText()));
    }

    /** However far the page was scrolled. */
    private static void whoeverClosesTheWindowIsAsked(LiveWindow window) throws Exception {
        ScrollPane below = window.on(() -> (ScrollPane) window.scene().lookup(".below"));
        window.on(() -> {
            below.setVvalue(1);
            return true;
        });
        window.askToClose();
        window.await("keep-running");
        window.awaitPulses();
        Node keep = window.on(() -> window.scene().getFocusOwner());
        assertEquals("keep-running", keep.getId());
        assertTrue(window.on(() ->
                below.localToScene(below.getBoundsInLocal()).contains(keep.localToScene(keep.getBoundsInLocal()))));
        window.press("keep-running");
    }

    private static List<String> closed(VaultWindow walk) {
        return walk.range.server().instance().databases().stream()
                .filter(database -> !database.online())
                .map(Database::name)
                .toList();
    }
}
