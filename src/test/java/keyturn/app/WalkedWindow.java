package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import keyturn.evidence.EvidenceWriter;
import keyturn.inspect.Inspector;
import keyturn.rehearsal.PracticeWorlds;
import keyturn.run.Runner;
import keyturn.run.ShutdownRequest;
import keyturn.sql.SqlConnector;
import keyturn.tools.RealDoors;
import keyturn.ui.UiDoors;
import keyturn.ui.Window;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.wizard.SignInCodes;
import keyturn.ui.work.FxBackground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The window as it is when Keyturn starts, in front of somebody who walks, and what stands behind it. */
abstract class WalkedWindow {

    final PracticeWorlds worlds = new PracticeWorlds();
    final OpenWorld open = new OpenWorld();
    private final FxBackground background = new FxBackground();
    final List<Path> shownFolders = new ArrayList<>();
    final Walk walk = new Walk();
    final SignInCodes codes = new SignInCodes();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void open() throws Exception {
        // Of tests before, which end threads as if the program was killed: TestFX would tell it of this one.
        WaitForAsyncUtils.clearExceptions();
        FxToolkit.registerPrimaryStage();
        Optional<Path> plan = plan();
        FxToolkit.setupFixture(() -> {
            // A stage of its own: the one that TestFX shares loses its focus between tests.
            Stage stage = new Stage();
            Window.fill(stage, doors(), background, open, plan);
            stage.show();
        });
    }

    /** Saved, to be opened with the window. */
    Optional<Path> plan() throws Exception {
        return Optional.empty();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
        open.close();
        worlds.close();
        background.close();
    }

    /** As with any server: its address, a login, the certificate; the password by the keyboard alone. */
    final void connect(JsonNode offers) {
        walk.press("#connect", "Connect to a server");
        walk.await("#connect-page");
        walk.type("#server", offers.path("sql").textValue().replace(':', ','));
        walk.chooseNext("#auth", "SQL Server login");
        walk.type("#user", offers.path("user").textValue());
        String password = offers.path("password").textValue();
        walk.type("#password", password);
        assertFalse(walk.shown("#password").contains(password.substring(0, 2)), "the field shows none of it");
        walk.paste("#certificate", offers.path("certificate").textValue());
        walk.press("#next", "Connect");
    }

    private UiDoors doors() {
        Clock clock = Clock.systemUTC();
        var connector = new TargetConnector(new SqlConnector("test"), codes::show);
        var inspector = new Inspector(clock);
        return new UiDoors(
                connector,
                Optional.of(worlds),
                new ServersFile(folder.resolve("servers.tsv")),
                new SettingsFile(folder.resolve("settings.tsv")),
                codes,
                inspector,
                RealDoors.checks(connector, inspector),
                new Runner(connector, inspector, RealDoors.all(codes::show), clock),
                ShutdownRequest.NEVER,
                new EvidenceWriter("test"),
                clock,
                folder,
                "tester",
                "test",
                RealDoors.desk(shownFolders::add));
    }
}
