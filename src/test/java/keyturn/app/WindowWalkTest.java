package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.stage.Stage;
import keyturn.domain.Problem;
import keyturn.evidence.EvidenceWriter;
import keyturn.inspect.Inspector;
import keyturn.run.Journal;
import keyturn.run.JournalEntry.Event;
import keyturn.run.Runner;
import keyturn.sql.SqlAccess;
import keyturn.sql.SqlConnector;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import keyturn.tools.RunningRange;
import keyturn.ui.UiDoors;
import keyturn.ui.Window;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.wizard.SignInCodes;
import keyturn.ui.work.FxBackground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** From the start page to the verdict, by the buttons a user presses, on a range reached by Microsoft's driver. */
class WindowWalkTest {

    private final PracticeWorlds worlds = new PracticeWorlds();
    private final OpenWorld open = new OpenWorld();
    private final FxBackground background = new FxBackground();
    private final List<Path> shownFolders = new ArrayList<>();
    private final Walk walk = new Walk();
    private final SignInCodes codes = new SignInCodes();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            // A stage of its own: the one that TestFX shares loses its focus between tests.
            Stage stage = new Stage();
            Window.fill(stage, doors(), background, open, shownFolders::add);
            stage.show();
        });
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
        open.close();
        worlds.close();
        background.close();
    }

    @Test
    void aServerInAnotherProcessIsUpgradedAndItsLogEqualsThePreview() throws IOException, Problem.Raised {
        try (RunningRange range = RunningRange.start(keyturn(), folder)) {
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
            assertEquals(1, skipped.size(), "the provider stayed enabled, and ENABLE is all that was skipped");
            assertTrue(expected.stream().anyMatch(act -> act.startsWith("ALTER CRYPTOGRAPHIC PROVIDER")));
            assertEquals(expected, range.acts(), "what ran is what was shown");
        }
    }

    @Test
    void thePracticeRangeIsOneButtonAway() {
        walk.press("#practice", "Start practising");
        assertEquals(11, walk.upgrade().size());
        assertTrue(walk.texts("#verdict").contains("PENDING RESTART"), walk.texts("#verdict"));
        walk.press("#restart-practice", "Restart the practice server");
        walk.awaitText("#verdict", "Every step holds in a fresh look");
    }

    @Test
    void aKeyIsRotatedOnThePracticeRangeWhoseVaultIsSeen() {
        walk.press("#practice", "Start practising");
        walk.await("#inspect-page");
        walk.press("#tab-vault", "Key vault");
        walk.awaitText("#vaults", "keyturn-practice-vault");
        walk.press("#other-flow", "Rotate keys");
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
        walk.awaitText("#verdict", "recovery still needs the OLD key");
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
    void aPlanWhoseFactsHaveMovedIsMadeAnewAndCompared() throws Exception {
        try (RunningRange range = RunningRange.start(keyturn(), folder)) {
            connect(range.offers());
            walk.toThePreview();
            range.send("ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] DISABLE");
            walk.press("#approve", "Approve and run");
            walk.awaitText("#problem", "enabled");
            assertEquals(List.of(), range.acts(), "nothing was sent");
            walk.press("#replan", "Make the plan anew");
            walk.await("#preflight-page");
            walk.press("#next", "Preview");
            walk.awaitText("#compared", "enabled was \"true\", is \"false\"");
        }
    }

    @Test
    void theRestartIsWaitedForAndItsVerdictFollowsByItself() throws Exception {
        try (RunningRange range = RunningRange.start(keyturn(), folder)) {
            connect(range.offers());
            walk.upgrade();
            walk.press("#watch-restart", "Wait for the restart");
            range.control("/restart");
            walk.awaitText("#verdict", "Every step holds in a fresh look");
        }
    }

    @Test
    void aRunThatWaitsForItsRestartIsSettledFromTheStartPage() throws Exception {
        try (RunningRange range = RunningRange.start(keyturn(), folder)) {
            connect(range.offers());
            walk.upgrade();
            walk.press("#next", "Done");
            walk.awaitText("#pending-runs", "waits for a restart");
            range.control("/restart");
            walk.press("#pending-runs .button", "Look again");
            walk.await("#connect-page");
            assertEquals(range.offers().path("sql").textValue().replace(':', ','), walk.shown("#server"));
            walk.type("#password", range.offers().path("password").textValue());
            walk.press("#next", "Connect");
            walk.await("#verify-page");
            walk.awaitText("#verdict", "Every step holds in a fresh look");
            walk.press("#next", "Done");
            walk.await("#start");
            assertEquals("", walk.texts("#pending-runs"), "nothing waits any more");
        }
    }

    @Test
    void cancelGoesHomeAndClosesTheRange() {
        walk.press("#practice", "Start practising");
        walk.await("#inspect-page");
        walk.press("#cancel", "");
        walk.await("#start");
        Deadline.await("the world is closed", Walk.LIMIT, () -> open.release().isEmpty());
    }

    /** As with any server: its address, a login, the certificate; the password by the keyboard alone. */
    private void connect(JsonNode offers) {
        walk.press("#connect", "Connect to a server");
        walk.await("#connect-page");
        walk.type("#server", offers.path("sql").textValue().replace(':', ','));
        walk.chooseNext("#auth", "SQL Server login");
        walk.type("#user", offers.path("user").textValue());
        String password = offers.path("password").textValue();
        walk.type("#password", password);
        assertFalse(walk.shown("#password").contains(password.substring(0, 2)), "the field shows none of it");
        walk.type("#certificate", offers.path("certificate").textValue());
        walk.press("#next", "Connect");
    }

    /** Keyturn as these tests were built, in a Java of its own. */
    private static Command keyturn() {
        String java = ProcessHandle.current().info().command().orElse("java");
        String classes = System.getProperty("java.class.path");
        return Command.of(java, "@src/main/launch/jvm.flags", "-cp", classes, "keyturn.app.Main");
    }

    private UiDoors doors() {
        Clock clock = Clock.systemUTC();
        var connector = new TargetConnector(new SqlConnector("test"), codes::show);
        var inspector = new Inspector(clock);
        return new UiDoors(
                connector,
                worlds,
                new ServersFile(folder.resolve("servers.tsv")),
                new SettingsFile(folder.resolve("settings.tsv")),
                codes,
                inspector,
                new Runner(connector, inspector, new TargetAccess(new SqlAccess(), codes::show), clock),
                new EvidenceWriter("test"),
                clock,
                folder,
                "tester",
                "test");
    }

    private static List<Integer> skipped(Path journal) throws Problem.Raised {
        return Journal.read(journal).entries().stream()
                .filter(entry -> entry.event() == Event.SKIPPED)
                .map(entry -> entry.step().orElseThrow().number())
                .toList();
    }
}
