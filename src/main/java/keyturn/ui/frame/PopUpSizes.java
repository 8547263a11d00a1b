package keyturn.ui.frame;

import java.util.Locale;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.PopupControl;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/**
 * Menus, lists that open, tips and pop-overs are windows of their own, which the size of this window does not reach: their letters are set
 * to it as they open.
 */
final class PopUpSizes {

    /** As the style sheet has it. */
    private static final double LETTERS = 13;

    private final Zoom zoom;

    private PopUpSizes(Zoom zoom) {
        this.zoom = zoom;
    }

    /** As long as there is this window: nothing else holds what listens. */
    static void follow(Zoom zoom) {
        ListChangeListener<Window> listener = new PopUpSizes(zoom)::changed;
        zoom.getProperties().put(PopUpSizes.class, listener);
        Window.getWindows().addListener(new WeakListChangeListener<>(listener));
    }

    private void changed(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(this::opened);
        }
    }

    private void opened(Window window) {
        Scene own = zoom.getScene();
        if (window instanceof PopupControl popUp
                && own != null
                && own.getWindow() != null
                && isBelow(popUp, own.getWindow())) {
            double size = zoom.shown().get();
            popUp.setStyle(size == 1 ? "" : String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", LETTERS * size));
        }
    }

    /** A list of a menu that was opened from a menu, too. */
    private static boolean isBelow(PopupWindow popUp, Window window) {
        Window owner = popUp.getOwnerWindow();
        return Objects.equals(owner, window) || (owner instanceof PopupWindow above && isBelow(above, window));
    }
}
