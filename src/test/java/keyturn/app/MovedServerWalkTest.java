package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import keyturn.domain.Message;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Walks on which the server does not stand still: facts move before the run, the restart comes after it. */
final class MovedServerWalkTest extends WalkedWindow {

    @Test
    void aPlanWhoseFactsHaveMovedIsMadeAnewAndCompared() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            connect(range.offers());
            walk.toThePreview();
            range.send("ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] DISABLE");
            walk.press("#approve", "Approve and run");
            walk.awaitText("#problem", "disabled");
            String told = walk.texts("#problem");
            assertFalse(told.matches("(?s).*\\bprovider\\.\\S+.*"), told + " names the fact as people do");
            assertEquals(List.of(), range.acts(), "nothing was sent");
            walk.press("#replan", "Make a new plan");
            walk.await("#preflight-page");
            walk.press("#next", "Preview");
            walk.awaitText("#compared", "is \"disabled\" now");
        }
    }

    @Tag("matrix")
    @Test
    void theRestartIsWaitedForAndItsVerdictFollowsByItself() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            connect(range.offers());
            walk.upgrade();
            walk.press("#watch-restart", "Wait for the restart");
            range.control("/restart");
            walk.awaitText("#verdict", "confirms every step");
        }
    }

    @Test
    void aRunThatWaitsForItsRestartIsSettledFromTheStartPage() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            connect(range.offers());
            walk.upgrade();
            walk.press("#next", "Done");
            disconnect();
            walk.awaitText("#runs-to-see", Message.of("evidence.runs.pending").text());
            range.control("/restart");
            walk.press("#runs-to-see .button", Message.of("ui.runs.verify").text());
            walk.await("#connect-page");
            assertEquals(range.offers().path("sql").textValue().replace(':', ','), walk.shown("#server"));
            walk.type("#password", range.offers().path("password").textValue());
            walk.press("#next", "Connect");
            walk.await("#verify-page");
            walk.awaitText("#verdict", "confirms every step");
            walk.press("#next", "Done");
            disconnect();
            assertEquals("", walk.texts("#runs-to-see"), "nothing waits any more");
        }
    }

    /** From the home of the server to the start page. */
    private void disconnect() {
        walk.press("#cancel", "isconnect");
        walk.await("#start");
    }
}
