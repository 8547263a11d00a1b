package keyturn.ui;

import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Application;
import javafx.stage.Stage;
import keyturn.domain.Problem;
import keyturn.ui.frame.Frame;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.wizard.Settings;
import keyturn.ui.wizard.Settings.Looks;
import keyturn.ui.work.FxBackground;

/** The window as a program. */
public final class KeyturnApplication extends Application {

    /** JavaFX makes the application itself and hands it strings only: what it needs waits here. */
    private static final AtomicReference<Optional<Given>> GIVEN = new AtomicReference<>(Optional.empty());

    private final FxBackground background = new FxBackground();

    /** @param place where the window was, and then where it is */
    private record Given(
            UiDoors doors,
            OpenWorld open,
            Function<Throwable, String> faults,
            AtomicReference<Optional<WindowPlace>> place,
            Optional<Path> plan) {}

    /**
     * Opens the window and returns once it is closed; a practice world that it started is closed by then.
     *
     * @param faults writes down what nobody expected, and says where, in a sentence
     * @param plan saved, to be opened at once
     */
    public static void launch(UiDoors doors, Function<Throwable, String> faults, Optional<Path> plan) {
        try (OpenWorld open = new OpenWorld()) {
            var place = new AtomicReference<>(kept(doors.settings()));
            GIVEN.set(Optional.of(new Given(doors, open, faults, place, plan)));
            Application.launch(KeyturnApplication.class);
            keep(doors.settings(), place.get());
        }
    }

    private static Optional<WindowPlace> kept(Settings settings) {
        try {
            return settings.look(Looks.WINDOW_PLACE).flatMap(WindowPlace::read);
        } catch (Problem.Raised unread) {
            return Optional.empty();
        }
    }

    /** A place that cannot be kept costs nobody anything. */
    private static void keep(Settings settings, Optional<WindowPlace> place) {
        try {
            if (place.isPresent()) {
                settings.look(Looks.WINDOW_PLACE, place.get().text());
            }
        } catch (Problem.Raised unkept) {
            System.getLogger(KeyturnApplication.class.getName())
                    .log(System.Logger.Level.WARNING, unkept.problem().code());
        }
    }

    @Override
    public void start(Stage stage) {
        Given given = GIVEN.get().orElseThrow();
        Frame frame = Window.fill(stage, given.doors(), background, given.open(), given.plan());
        hearFaults(new WindowFaults(frame, given.faults()));
        given.place().get().ifPresent(place -> place.apply(stage));
        stage.setOnHiding(event -> given.place().set(Optional.of(WindowPlace.of(stage))));
        stage.show();
        OpenAndClose.watch(stage);
    }

    /** Those of all threads: whichever ran into it, the window tells it. */
    private void hearFaults(WindowFaults faults) {
        Thread.currentThread().setUncaughtExceptionHandler(faults);
        Consumer<Throwable> tell = background.carrier(
                (List<Throwable> met) -> met.forEach(fault -> faults.uncaughtException(Thread.currentThread(), fault)));
        UncaughtExceptionHandler others = (thread, fault) -> tell.accept(fault);
        Thread.setDefaultUncaughtExceptionHandler(others);
    }

    @Override
    public void stop() {
        background.close();
    }
}
