package keyturn.ui.parts;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.control.ListView;
import javafx.util.Duration;

/**
 * Keeps the row that something happens in in sight, ten times a second and not oftener: a list works out the places of all its
 * rows each time, and a run may go through ten thousand of them.
 */
public final class Scrolling {

    private final PauseTransition soon = new PauseTransition(Duration.millis(100));
    private int row;

    public Scrolling(ListView<?> list) {
        soon.setOnFinished(event -> list.scrollTo(row));
    }

    public void to(int there) {
        row = there;
        if (soon.getStatus() != Animation.Status.RUNNING) {
            soon.playFromStart();
        }
    }
}
