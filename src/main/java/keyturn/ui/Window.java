package keyturn.ui;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import keyturn.ui.frame.Frame;
import keyturn.ui.parts.Typeface;
import keyturn.ui.parts.script.Mono;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.work.Background;

/** Puts a frame into a stage, with style sheets and sizes. */
public final class Window {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double NARROWEST = 1024;
    private static final double LOWEST = 640;

    /** About as high as systems make it: a window as high as the screen would have its title out of reach. */
    private static final double TITLE_BAR = 40;

    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 256);

    private Window() {}

    /**
     * Fills the stage with the wizard; showing it is left to the caller.
     *
     * @param open keeps the practice world that the window starts, to be closed after it
     * @param plan saved, to be opened at once
     * @return the frame around all pages
     */
    public static Frame fill(Stage stage, UiDoors doors, Background background, OpenWorld open, Optional<Path> plan) {
        Wizard wizard = new Wizard(doors.ports(), background, open);
        frame(stage, wizard.frame());
        plan.ifPresent(wizard::openPlan);
        return wizard.frame();
    }

    /** A window in which a run goes does not close; one in which a run waits for a word closes once that run has stopped. */
    static void frame(Stage stage, Frame frame) {
        Typeface.load();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(
                frame.root(), Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight() - TITLE_BAR));
        scene.getStylesheets().setAll(resource("keyturn.css").toExternalForm(), Mono.styleSheet());
        stage.setScene(scene);
        Attention.of(stage, frame);
        stage.getIcons().setAll(icons());
        stage.setMinWidth(Math.min(NARROWEST, screen.getWidth()));
        stage.setMinHeight(Math.min(LOWEST, screen.getHeight()));
        stage.setOnShown(event -> frame.focus());
        stage.setOnCloseRequest(event -> {
            if (!frame.mayClose(stage::close)) {
                event.consume();
            }
        });
    }

    private static List<Image> icons() {
        return ICON_SIZES.stream()
                .map(size -> new Image(resource("keyturn-" + size + ".png").toExternalForm()))
                .toList();
    }

    private static URL resource(String name) {
        URL found = Window.class.getResource(name);
        if (found == null) {
            throw new IllegalStateException(name + " is missing beside " + Window.class);
        }
        return found;
    }
}
