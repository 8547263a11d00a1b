package keyturn.ui;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.application.Application;
import javafx.stage.Stage;
import keyturn.ui.frame.Frame;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.work.FxBackground;

/** The window as a program. */
public final class KeyturnApplication extends Application {

    /** JavaFX makes the application itself and hands it strings only: what it needs waits here. */
    private static final AtomicReference<Optional<Given>> GIVEN = new AtomicReference<>(Optional.empty());

    private final FxBackground background = new FxBackground();

    private record Given(UiDoors doors, OpenWorld open, Function<Throwable, String> faults) {}

    /**
     * Opens the window and returns once it is closed; a practice world that it started is closed by then.
     *
     * @param faults writes down what nobody expected, and says where, in a sentence
     */
    public static void launch(UiDoors doors, Function<Throwable, String> faults) {
        try (OpenWorld open = new OpenWorld()) {
            GIVEN.set(Optional.of(new Given(doors, open, faults)));
            Application.launch(KeyturnApplication.class);
        }
    }

    @Override
    public void start(Stage stage) {
        Given given = GIVEN.get().orElseThrow();
        Frame frame = Window.fill(
                stage,
                given.doors(),
                background,
                given.open(),
                folder -> getHostServices().showDocument(folder.toUri().toString()));
        Thread.currentThread().setUncaughtExceptionHandler(new WindowFaults(frame, given.faults()));
        stage.show();
        OpenAndClose.watch(stage);
    }

    @Override
    public void stop() {
        background.close();
    }
}
