package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import keyturn.domain.Message;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rotation in the window on a real range, from the overview to the verdict. */
final class RotationFlowTest {

    private static final String NEW_KEY = "tde-key-2026";
    private static final String OLD_KEY = "TDE_Key_2024";
    private static final String DONE = Message.of("flow.rotate-key.window.done").text();

    @Test
    void databasesGoToTheNewKeyAndTheSecretIsAskedForOnceAndStandsNowhere(@TempDir Path folder) throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy")) {
            toTheChoice(window);
            assertTrue(window.isDisabled("next"), "no key is chosen yet");
            choose(window);
            window.press("next");
            window.press("next");
            window.await("preview-page");
            assertTrue(window.isDisabled("approve"), "the secret is not given yet");
            String secret = window.offer("secret");
            secret(window, secret);
            window.press("approve");
            window.press("next");
            window.awaitText("verdict", "recovery still needs");
            window.awaitText("evidence-path", "evidence.json");
            assertTheFooterIsInSight(window, 1024, 700);
            assertTheFooterIsInSight(window, 1280, 800);
            assertEquals(4, window.acts("SET ENCRYPTION") + window.acts("ENCRYPTION KEY"));
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertFalse(Files.readString(file).contains(secret), file + " holds the secret");
                }
            }
        }
    }

    @Test
    void aSecondRotationWaitsForTheLogBackupsAndStopsWhenAsked(@TempDir Path folder) throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy")) {
            toTheChoice(window);
            through(window, NEW_KEY);
            window.press("next");
            window.awaitText("evidence-path", "evidence.json");
            window.press("next");
            window.press("turn-to-rotate-key");
            window.await("rotate-page");
            through(window, "tde-key-2024");
            window.awaitText("awaited", "log backup");
            window.press("stop");
            window.await("export-left");
        }
    }

    @Test
    void onThePracticeServerAButtonTakesTheBackupsAndTheVerdictTurnsGreen(@TempDir Path folder) throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy")) {
            toTheChoice(window);
            through(window, NEW_KEY);
            window.press("next");
            window.awaitText(
                    "verdict-facts",
                    Message.of("ui.verify.fact.recovery.needs", OLD_KEY).text());
            assertFalse(window.shows("open-report"), "there is something to do before");
            window.press("back-up-practice");
            window.awaitText("verdict", DONE);
            window.awaitText(
                    "verdict-facts", Message.of("ui.verify.fact.recovery.done").text());
            window.awaitText("evidence-path", "verification-1.json");
            assertTrue(window.shows("open-report"));
        }
    }

    @Test
    void withFoldersTheRunWritesTheBackupsAndNothingNeedsTheOldKey(@TempDir Path folder) throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy", "quiet-log")) {
            toTheChoice(window);
            window.type("log-backup", "Backup");
            window.awaitText("rotate-page", "\"Backup\" is not an absolute Windows folder.");
            window.type("log-backup", "E:\\Backup");
            window.type("full-backup", "E:\\Backup\\");
            through(window, NEW_KEY);
            window.press("next");
            window.awaitText("verdict", DONE);
            window.awaitText("evidence-path", "evidence.json");
            assertEquals(7, window.acts("NAME = N'Keyturn 2"), "a full backup of four, the log of three");
            window.awaitText("old-key", Message.of("plan.retire.noRetention").text());
            window.type("retention", "never");
            window.awaitText("verify-page", "\"never\" is not a number of days.");
            window.type("retention", "35");
            window.press("look-again");
            window.awaitText(
                    "old-key", Message.of("plan.retire.notBefore", "").text().substring(0, 20));
            window.awaitText("old-key", Message.of("plan.retire.staysUntil").text());
        }
    }

    private static void assertTheFooterIsInSight(LiveWindow window, int width, int height) throws Exception {
        window.look(Choice.LIGHT, width, height);
        DrawnWindow.awaitPulses();
        double end = window.on(() -> {
            Node next = window.scene().lookup("#next");
            return next.localToScene(next.getLayoutBounds()).getMaxY();
        });
        assertTrue(end <= window.on(() -> window.scene().getHeight()), "the button ends at " + end);
    }

    /** Without a door to the vault both are an operator's: a secret that is typed here is that of the operator. */
    @Test
    void aBackupAndAFurtherSecretAreChosenBesideTheKey(@TempDir Path folder) throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy")) {
            toTheChoice(window);
            choose(window);
            window.type("key-backup", "keys");
            window.awaitText(
                    "rotate-page", Message.of("domain.localPath.whole", "keys").text());
            assertTrue(window.isDisabled("next"));
            window.type("key-backup", folder.resolve("keys").toString());
            window.select("secret-from", 3);
            window.press("next");
            window.awaitText("preflight-page", "may not back up " + NEW_KEY);
            window.press("next");
            window.await("preview-page");
            window.awaitEnabled("approve", () -> {});
            window.await("steps");
            assertTrue(window.rows("steps")
                    .toString()
                    .contains(Message.of("plan.step.operatorSecret.title").text()));
            secret(window, window.offer("secret"));
            window.press("approve");
            window.awaitText("ways-on", "steps are left");
            assertTrue(Files.notExists(folder.resolve("keys")), "nobody but the operator writes there");
        }
    }

    private static void through(LiveWindow window, String key) throws Exception {
        window.type("to-key-name", key);
        window.type("credential-client", window.offer("client"));
        window.press("next");
        window.await("preflight-page");
        window.press("next");
        secret(window, window.offer("secret"));
        window.press("approve");
    }

    @Test
    void whatIsWrongStandsBesideItsField(@TempDir Path folder) throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy")) {
            toTheChoice(window);
            choose(window);
            window.type("login", "practice");
            window.awaitText(
                    "rotate-page",
                    Message.of("flow.rotate-key.choose.taken.LOGIN").text());
            assertTrue(window.isDisabled("next"));
            window.type("login", "TDE_Login_new");
            window.type("to-key-name", "a-name-of-27-letters-----ab");
            window.awaitText("rotate-page", "a-name-of-27-letters-----ab");
            assertTrue(window.isDisabled("next"));
            window.type("to-key-name", NEW_KEY);
            window.press("all-databases");
            assertTrue(window.isDisabled("next"), "no database is chosen");
            window.press("all-databases");
            window.awaitEnabled("next", () -> {});
        }
    }

    @Test
    void oneMayTurnToTheOtherUseAndBackOnTheOverview(@TempDir Path folder) throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy")) {
            toTheChoice(window);
            window.press("back");
            window.press("turn-to-upgrade");
            window.await("choose-page");
            assertEquals(List.of("Upgrade the connector"), rail(window));
        }
    }

    private static List<String> rail(LiveWindow window) throws Exception {
        return window.on(() -> window.scene().getRoot().lookupAll(".rail-head .section").stream()
                .map(node -> ((javafx.scene.control.Label) node).getText())
                .toList());
    }

    private static void toTheChoice(LiveWindow window) throws Exception {
        window.press("practice");
        window.press("turn-to-rotate-key");
        window.await("rotate-page");
    }

    private static void choose(LiveWindow window) throws Exception {
        window.type("to-key-name", NEW_KEY);
        window.type("credential-client", window.offer("client"));
    }

    /** As fingers type it: the field never holds it as text. */
    static void secret(LiveWindow window, String secret) throws Exception {
        window.await("credential-secret");
        window.on(() -> {
            ((TextField) window.scene().lookup("#credential-secret")).replaceText(0, 0, secret);
            return true;
        });
    }
}
