package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import keyturn.plan.flow.roll.RollFlow;
import keyturn.practice.server.state.Database;
import keyturn.ui.LiveWindow;
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
            assertTrue(walk.range.restart());
            assertEquals(4, closed(walk).size());
            window.press("practice");
            window.press("turn-to-roll-secret");
            window.press("roll-credential-1");
            window.press("roll-credential-2");
            window.press("roll-made");
            window.press("roll-open-1");
            walk.toThePreview();
            window.press("approve");
            window.press("next");
            window.await("restart-practice");
            assertEquals(3, closed(walk).size());
            window.press("restart-practice");
            window.awaitText("verdict", RollFlow.NAME.words("window.done").text());
            assertEquals(List.of(), closed(walk));
        }
    }

    private static List<String> closed(VaultWindow walk) {
        return walk.range.server().instance().databases().stream()
                .filter(database -> !database.online())
                .map(Database::name)
                .toList();
    }
}
