package keyturn.ui;

import javafx.scene.Scene;
import javafx.stage.Stage;
import keyturn.ui.parts.Mono;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Frame;

/** Puts a frame into a stage, with style sheets and sizes. */
final class Window {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double NARROWEST = 1120;
    private static final double LOWEST = 640;

    private Window() {}

    /** The stage is not shown yet. A window in which a run goes does not close. */
    static void open(Stage stage, Frame frame) {
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
