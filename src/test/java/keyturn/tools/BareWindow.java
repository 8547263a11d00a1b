package keyturn.tools;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;

/** The least that a JavaFX program can show: one button. */
public final class BareWindow extends Application {

    /** Of its window. */
    public static final String TITLE = "Bare JavaFX window";

    @Override
    public void start(Stage stage) {
        stage.setTitle(TITLE);
        stage.setScene(new Scene(new Button("Hello"), 640, 480));
        stage.show();
    }

    /** Its main class is no Application, so that JavaFX may lie on the class path. */
    public static final class Main {

        private Main() {}

        public static void main(String... arguments) {
            launch(BareWindow.class, arguments);
        }
    }
}
