package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.tools.Deadline;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Test;

/** From the start page to the verdict, by the buttons a user presses, on a range reached by Microsoft's driver. */
class WindowWalkTest extends WalkedWindow {

    @Test
    void aServerIsUpgradedAndItsLogEqualsThePreview() throws IOException, Problem.Raised {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            connect(range.offers());
            List<String> previewed = walk.upgrade();
            assertTrue(walk.texts("#verdict").contains("PENDING RESTART"), walk.texts("#verdict"));

            walk.press("#evidence-open", "");
            Path run = shownFolders.getFirst();
            assertTrue(Files.exists(run.resolve("evidence.json")), "evidence lies in the folder");
            List<Integer> skipped = skipped(run.resolve(Journal.FILE));
            List<String> expected = IntStream.range(0, previewed.size())
                    .filter(place -> !skipped.contains(place + 1))
                    .mapToObj(previewed::get)
                    .toList();
            assertEquals(List.of(), skipped, "the provider came back disabled, and ENABLE was sent too");
            assertTrue(expected.stream().anyMatch(act -> act.startsWith("ALTER CRYPTOGRAPHIC PROVIDER")));
            assertEquals(expected, range.acts(), "what ran is what was shown");
        }
    }

    @Test
    void thePracticeRangeIsOneButtonAway() {
        walk.press("#practice", "Start practice");
        assertEquals(11, walk.upgrade().size());
        assertTrue(walk.texts("#verdict").contains("PENDING RESTART"), walk.texts("#verdict"));
        walk.press("#restart-practice", "Restart the practice server");
        walk.awaitText("#verdict", "confirms every step");
    }

    @Test
    void aKeyIsRotatedOnThePracticeRangeWhoseVaultIsSeen() {
        walk.press("#practice", "Start practice");
        walk.await("#inspect-page");
        walk.press("#place-keys", "Keys and vaults");
        walk.awaitText("#vaults", "keyturn-practice-vault");
        walk.press("#place-overview", "Overview");
        walk.press("#turn-to-rotate-key", "Rotate keys");
        walk.await("#rotate-page");
        walk.type("#to-key-name", "tde-key-2026");
        walk.awaitText("#to-key-said", "RSA 2048");
        walk.press("#next", "Check");
        walk.await("#preflight-page");
        walk.press("#next", "Preview");
        walk.await("#preview-page");
        walk.press("#approve", "Approve and run");
        walk.await("#run");
        walk.press("#next", "See the verdict");
        String[] verdict =
                Message.of("ui.verify.overall.OLD_KEY_NEEDED", "|", "|").text().split("\\|");
        walk.awaitText("#verdict", verdict[1]);
    }

    @Test
    void aCodeThatASignInWaitsForStandsInTheWindow() {
        walk.press("#connect", "Connect to a server");
        codes.show("ABCD-1234", URI.create("https://microsoft.com/devicelogin"), Instant.now());
        walk.awaitText("#sign-in-code", "ABCD-1234");
        walk.press("#cancel", "");
        walk.await("#start");
        assertEquals("", walk.texts("#sign-in-code"));
    }

    @Test
    void cancelGoesHomeAndClosesTheRange() {
        walk.press("#practice", "Start practice");
        walk.await("#inspect-page");
        walk.press("#cancel", "");
        walk.await("#start");
        Deadline.await("the world is closed", Walk.LIMIT, () -> open.now().isEmpty());
    }

    private static List<Integer> skipped(Path journal) throws Problem.Raised {
        return Journal.read(journal).entries().stream()
                .filter(entry -> entry.event() == Event.SKIPPED)
                .map(entry -> entry.step().orElseThrow().number())
                .toList();
    }
}
