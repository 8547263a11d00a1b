package keyturn.ui.parts;

import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * A table cell in one line: cut inside where it does not fit, since names that begin alike differ at their ends; whole in the tooltip and
 * for the screen reader.
 */
public final class CutCell<S> extends TableCell<S, String> {

    public CutCell() {
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText("");
            setTooltip(null);
            setAccessibleText("");
        } else {
            setText(item);
            setTooltip(new Tooltip(item));
            setAccessibleText(item);
        }
    }
}
