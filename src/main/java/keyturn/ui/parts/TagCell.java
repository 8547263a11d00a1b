package keyturn.ui.parts;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A table cell with a word on a tint; one that is neutral stands as plain text. */
public final class TagCell<S> extends TableCell<S, Tag> {

    @Override
    protected void updateItem(@Nullable Tag item, boolean empty) {
        super.updateItem(item, empty);
        setText("");
        setGraphic(null);
        setTooltip(null);
        setAccessibleText("");
        if (empty || item == null) {
            return;
        }
        setTooltip(new Tooltip(item.word()));
        setAccessibleText(item.word());
        if (item.tone() == Tone.NEUTRAL) {
            setText(item.word());
        } else {
            Label tag = item.node();
            tag.setMinWidth(0);
            setGraphic(tag);
        }
    }
}
