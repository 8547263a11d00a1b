package keyturn.ui.frame;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import keyturn.ui.wizard.Navigator;
import org.jspecify.annotations.Nullable;

/** The keys that work on every page. */
final class FrameKeys {

    private static final KeyCombination PALETTE =
            new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination SETTINGS = new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);
    private static final double STEP = 1.1;

    private final Zoom zoom;
    private final Navigator navigator;
    private final Deeds deeds;

    /**
     * What the keys do.
     *
     * @param close closes what lies over the page; whether there was anything
     */
    record Deeds(Runnable help, Closing close, Runnable palette, Runnable settings, Covered covered) {}

    /** Closes something, if it is open. */
    @FunctionalInterface
    interface Closing {
        boolean close();
    }

    /** Whether the page cannot be reached now. */
    @FunctionalInterface
    interface Covered {
        boolean now();
    }

    FrameKeys(Zoom zoom, Navigator navigator, Deeds deeds) {
        this.zoom = zoom;
        this.navigator = navigator;
        this.deeds = deeds;
        zoom.sceneProperty().flatMap(Scene::windowProperty).subscribe(this::listen);
    }

    /** At the window, since the scene looks for letters before its own filters are asked. */
    private void listen(@Nullable Window window) {
        if (window != null) {
            window.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
                if (!deeds.covered().now()) {
                    AltKeys.press(zoom.getScene(), key);
                }
            });
            window.addEventFilter(KeyEvent.KEY_PRESSED, this::first);
            window.addEventHandler(KeyEvent.KEY_PRESSED, this::last);
        }
    }

    /** Before anything in the page hears of it. */
    private void first(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            take(key, !isFinding() && deeds.close().close());
        } else if (key.getCode() == KeyCode.F1) {
            does(key, deeds.help());
        } else if (PALETTE.match(key)) {
            does(key, deeds.palette());
        } else if (SETTINGS.match(key)) {
            does(key, deeds.settings());
        } else if (key.isShortcutDown()) {
            take(key, zoomed(key));
        }
    }

    /** Where nothing in the page had a use for it. */
    private void last(KeyEvent key) {
        if (key.isConsumed() || deeds.covered().now()) {
            return;
        }
        if (key.getCode() == KeyCode.F5) {
            navigator.page().again().ifPresent(again -> does(key, again));
        } else if (key.getCode() == KeyCode.ESCAPE) {
            take(key, escaped());
        }
    }

    /** Back, or to where a page that stands beside the flow was opened from. */
    private boolean escaped() {
        boolean beside = navigator.page().closesByEscape();
        if (beside) {
            navigator.next();
        } else if (!navigator.page().escaped()) {
            navigator.back();
        }
        return true;
    }

    private boolean zoomed(KeyEvent key) {
        double before = zoom.wanted().get();
        switch (key.getCode()) {
            case PLUS, EQUALS, ADD -> zoom.wanted().set(Math.min(Zoom.MOST, before * STEP));
            case MINUS, SUBTRACT -> zoom.wanted().set(Math.max(Zoom.LEAST, before / STEP));
            case DIGIT0, NUMPAD0 -> zoom.wanted().set(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void does(KeyEvent key, Runnable deed) {
        deed.run();
        key.consume();
    }

    private static void take(KeyEvent key, boolean done) {
        if (done) {
            key.consume();
        }
    }

    /** Whether Escape belongs to a bar that finds text: it closes before what it stands in. */
    private boolean isFinding() {
        Optional<Node> owner = Optional.ofNullable(zoom.getScene().getFocusOwner());
        for (; owner.isPresent(); owner = Optional.ofNullable(owner.get().getParent())) {
            if (owner.get().getStyleClass().contains("find-bar")) {
                return true;
            }
        }
        return false;
    }
}
