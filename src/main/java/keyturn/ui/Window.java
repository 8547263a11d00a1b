package keyturn.ui;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import keyturn.ui.parts.Mono;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Frame;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.work.Background;

/** Puts a frame into a stage, with style sheets and sizes. */
public final class Window {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double NARROWEST = 1120;
    private static final double LOWEST = 640;

    private Window() {}

    /**
     * Fills the stage with the wizard; showing it is left to the caller.
     *
     * @param open keeps the practice world that the window starts, to be closed after it
     * @param showFolder opens a folder with the system's own program
     */
    public static void fill(
            Stage stage, UiDoors doors, Background background, OpenWorld open, Consumer<Path> showFolder) {
        frame(stage, new UpgradeWizard(doors.ports(), background, open, showFolder).frame());
    }

    /** A window in which a run goes does not close. */
    static void frame(Stage stage, Frame frame) {
        Scene scene = new Scene(frame.root(), WIDTH, HEIGHT);
        var sheet = Window.class.getResource("keyturn.css");
        if (sheet == null) {
            throw new IllegalStateException("keyturn.css is missing beside " + Window.class);
        }
        scene.getStylesheets().setAll(sheet.toExternalForm(), Mono.styleSheet());
        stage.setScene(scene);
        stage.setTitle(Words.of("product"));
        stage.setMinWidth(NARROWEST);
        stage.setMinHeight(LOWEST);
        stage.setOnCloseRequest(event -> {
            if (!frame.mayClose()) {
                event.consume();
            }
        });
    }
}
