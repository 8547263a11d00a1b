package keyturn.ui.parts;

import java.util.function.IntConsumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
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
        this(list, there -> {});
    }

    private Scrolling(ListView<?> list, IntConsumer more) {
        soon.setOnFinished(event -> {
            list.scrollTo(row);
            more.accept(row);
        });
    }

    /** The row has the focus within the list, by which a screen reader says it, unless somebody has gone to another row. */
    public static Scrolling aloud(ListView<?> list) {
        IntegerProperty said = new SimpleIntegerProperty(-1);
        return new Scrolling(list, row -> {
            int focused = list.getFocusModel().getFocusedIndex();
            if (focused <= 0 || focused == said.get()) {
                list.getFocusModel().focus(row);
                said.set(row);
            }
        });
    }

    public void to(int there) {
        row = there;
        if (soon.getStatus() != Animation.Status.RUNNING) {
            soon.playFromStart();
        }
    }
}
