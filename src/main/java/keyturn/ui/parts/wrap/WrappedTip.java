package keyturn.ui.parts.wrap;

import javafx.scene.control.Tooltip;

/** A tooltip in several lines; in one, where JavaFX could not break its text. */
public final class WrappedTip extends Tooltip {

    private static final double WIDEST = 640;

    public WrappedTip(String text) {
        super(text);
        setMaxWidth(WIDEST);
        wrapTextProperty()
                .bind(textProperty().map(now -> !BrokenLines.areNeededFor(now)).orElse(true));
    }

    public WrappedTip() {
        this("");
    }
}
