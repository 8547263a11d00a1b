package keyturn.ui;

import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/**
 * Closes the window once it has been drawn, where {@code -Dkeyturn.window=open-and-close} asks for that: a package is started so
 * while it is made, and Java keeps what it loaded for a quicker start.
 */
final class OpenAndClose extends AnimationTimer {

    private static final String WANTED = "open-and-close";

    /** About half a second: style sheets, fonts and the first page have been used by then. */
    private static final int PULSES = 30;

    private final Stage stage;
    private int pulses;

    private OpenAndClose(Stage stage) {
        this.stage = stage;
    }

    static void watch(Stage stage) {
        if (WANTED.equals(System.getProperty("keyturn.window"))) {
            new OpenAndClose(stage).start();
        }
    }

    @Override
    public void handle(long now) {
        pulses++;
        if (pulses == PULSES) {
            stop();
            stage.close();
        }
    }
}
