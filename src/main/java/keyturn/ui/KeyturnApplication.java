package keyturn.ui;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.work.FxBackground;

/** The window as a program. */
public final class KeyturnApplication extends Application {

    /** JavaFX makes the application itself and hands it strings only: what it needs waits here. */
    private static final AtomicReference<Optional<Given>> GIVEN = new AtomicReference<>(Optional.empty());

    private final FxBackground background = new FxBackground();

    private record Given(UiDoors doors, OpenWorld open) {}

    /** Opens the window and returns once it is closed; a practice world that it started is closed by then. */
    public static void launch(UiDoors doors) {
        try (OpenWorld open = new OpenWorld()) {
            GIVEN.set(Optional.of(new Given(doors, open)));
            Application.launch(KeyturnApplication.class);
        }
    }

    @Override
    public void start(Stage stage) {
        Given given = GIVEN.get().orElseThrow();
        Window.fill(
                stage,
                given.doors(),
                background,
                given.open(),
                folder -> getHostServices().showDocument(folder.toUri().toString()));
        stage.show();
    }

    @Override
    public void stop() {
        background.close();
    }
}
