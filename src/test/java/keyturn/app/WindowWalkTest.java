package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import keyturn.domain.Problem;
import keyturn.evidence.EvidenceWriter;
import keyturn.inspect.Inspector;
import keyturn.inspect.Worlds;
import keyturn.run.Runner;
import keyturn.sql.SqlAccess;
import keyturn.sql.SqlConnector;
import keyturn.tools.Deadline;
import keyturn.ui.UiDoors;
import keyturn.ui.Window;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.work.FxBackground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** From the start page to the verdict, by the buttons a user presses, on a range reached by Microsoft's driver. */
class WindowWalkTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final PracticeWorlds range = new PracticeWorlds();
    private final OpenWorld open = new OpenWorld();
    private final FxBackground background = new FxBackground();
    private final List<Path> shownFolders = new ArrayList<>();

    private Path folder = Path.of("");

    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void open() throws Exception {
        folder = Files.createTempDirectory("keyturn-walk");
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
        range.close();
        background.close();
    }

    @Test
    void theUpgradeGoesFromTheStartPageToThePendingVerdictAndRunsWhatWasShown() throws IOException {
        click("#practice");
        await("#inspect-page");
        click("#next");
        await("#choose-page");
        assertTrue(
                robot.lookup("#blocked-reason").queryAs(Labeled.class).getText().isEmpty(), "one DLL is on offer");
        click("#next");
        await("#preflight-page");
        click("#next");
        await("#preview-page");
        String shown = plainText();
        click("#approve");
        await("#run");
        awaitEnabled("#next");
        click("#next");
        await("#verify-page");
        awaitEnabled("#evidence-open");

        assertTrue(texts("#verdict").contains("PENDING RESTART"), texts("#verdict"));
        assertTrue(shown.contains("ALTER CRYPTOGRAPHIC PROVIDER"), shown);
        assertEquals(shown, acts(), "what ran is what was shown");
        click("#evidence-open");
        assertEquals(1, shownFolders.size());
        assertTrue(Files.exists(shownFolders.getFirst().resolve("evidence.json")), "evidence lies in the folder");
    }

    @Test
    void cancelGoesHomeAndClosesTheRange() {
        click("#practice");
        await("#inspect-page");
        click("#cancel");
        await("#start");
        Deadline.await("the world is closed", LIMIT, () -> open.release().isEmpty());
    }

    private UiDoors doors() {
        Clock clock = Clock.systemUTC();
        var connector = new SqlConnector("test");
        var inspector = new Inspector(clock);
        return new UiDoors(
                connector,
                logging(),
                inspector,
                new Runner(connector, inspector, new SqlAccess(), clock),
                new EvidenceWriter("test"),
                clock,
                folder,
                "tester",
                "test");
    }

    /** The same worlds, with their log where the test finds it. */
    private Worlds logging() {
        return new Worlds() {
            @Override
            public List<Scenario> scenarios() {
                return range.scenarios();
            }

            @Override
            public World start(String scenario, List<String> faults, Worlds.Files files) throws Problem.Raised {
                return range.start(scenario, faults, new Worlds.Files(Optional.empty(), Optional.of(log())));
            }
        };
    }

    private Path log() {
        return folder.resolve("range.log");
    }

    /** The acts of the range's log, in order, as the copy of the preview has them: a blank line between two. */
    private String acts() throws IOException {
        var json = new ObjectMapper();
        List<String> batches = new ArrayList<>();
        for (String line : Files.readAllLines(log())) {
            JsonNode entry = json.readTree(line);
            if (entry.path("program").asText().endsWith("/act")) {
                batches.add(entry.path("text").asText());
            }
        }
        return String.join("\n\n", batches);
    }

    /** The preview by the plain-text switch, as somebody would select it all; without the steps that are skipped. */
    private String plainText() {
        click("#script-plain");
        String all = robot.lookup("#script-text").queryAs(TextArea.class).getText();
        return List.of(all.split("\n\n")).stream()
                .filter(act -> !act.endsWith("ENABLE;"))
                .collect(Collectors.joining("\n\n"));
    }

    private String texts(String place) {
        return robot.from(robot.lookup(place)).lookup(".label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    private void click(String id) {
        awaitEnabled(id);
        robot.clickOn(id);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void await(String id) {
        Deadline.await(id + " is in sight; " + said(), LIMIT, () -> isThere(id));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void awaitEnabled(String id) {
        Deadline.await(
                id + " can be pressed",
                LIMIT,
                () -> isThere(id) && !robot.lookup(id).query().isDisabled());
    }

    private boolean isThere(String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private String said() {
        return isThere("#problem") ? texts("#problem") : "";
    }
}
