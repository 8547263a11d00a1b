package keyturn.ui.parts.wrap;

import javafx.scene.control.TextArea;

/** A field of several lines that breaks long ones where JavaFX can, and scrolls where it cannot: what is copied is not touched. */
public final class WrappedArea extends TextArea {

    public WrappedArea() {
        wrapTextProperty()
                .bind(textProperty().map(now -> !BrokenLines.areNeededFor(now)).orElse(true));
    }
}
