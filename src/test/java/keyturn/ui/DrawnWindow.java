package keyturn.ui;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import keyturn.tools.Deadline;
import keyturn.tools.Picture;
import keyturn.ui.frame.Appearance;

/** A window around a hand-made world that is drawn between two presses, as on a screen. From the test's thread. */
final class DrawnWindow implements AutoCloseable {

    private final ShownWindow shown;

    DrawnWindow(HandMade world, Appearance.Choice theme, int width, int height) throws Exception {
        shown = Toolkit.on(() -> new ShownWindow(world, theme, width, height));
    }

    void press(String id) throws Exception {
        on(() -> {
            shown.press(id);
            return true;
        });
    }

    void type(String id, String text) throws Exception {
        on(() -> {
            ((TextInputControl) shown.find(id)).setText(text);
            return true;
        });
    }

    void select(String id, int place) throws Exception {
        on(() -> {
            ((ComboBox<?>) shown.find(id)).getSelectionModel().select(place);
            return true;
        });
    }

    void toTheEnd(String id) throws Exception {
        on(() -> {
            ((ScrollPane) shown.find(id)).setVvalue(1);
            return true;
        });
    }

    void picture(String name) throws Exception {
        picture(name, 1);
    }

    /** @param scale of the screen */
    void picture(String name, double scale) throws Exception {
        on(() -> {
            Picture.save(shown.scene(), Picture.FOLDER.resolve(name), scale);
            return true;
        });
    }

    /** What a change of the layout brings about on the next pulses is done too. */
    static void awaitPulses() throws Exception {
        CountDownLatch pulses = new CountDownLatch(4);
        Toolkit.on(() -> {
            var timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulses.countDown();
                    if (pulses.getCount() == 0) {
                        stop();
                    }
                }
            };
            timer.start();
            return true;
        });
        Deadline.await("pulses have passed", Duration.ofSeconds(60), () -> pulses.getCount() == 0);
    }

    @Override
    public void close() {
        Platform.runLater(shown::close);
    }

    private static void on(Callable<Boolean> work) throws Exception {
        Toolkit.on(work);
        awaitPulses();
    }
}
