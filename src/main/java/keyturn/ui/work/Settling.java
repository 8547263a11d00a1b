package keyturn.ui.work;

import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * The short time after a page or a card has appeared in which its buttons take no click and no key: the second click of a
 * double-click was meant for what stood there before. On JavaFX's thread only.
 */
public final class Settling {

    /** Longer than a slow double-click, shorter than reading a line. */
    public static final Duration TIME = Duration.ofMillis(700);

    private final Background background;
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(true);
    private Job pause = new Job();

    public Settling(Background background) {
        this.background = background;
    }

    /** Something has appeared: the time begins, anew where it had begun before. */
    public void begin() {
        pause.abandon();
        settled.set(false);
        pause = background.after(TIME, () -> settled.set(true));
    }

    /** What stands there harms nobody who clicks too early. */
    public void skip() {
        pause.abandon();
        settled.set(true);
    }

    /** Whether the time is over. */
    public ReadOnlyBooleanProperty settled() {
        return settled.getReadOnlyProperty();
    }
}
