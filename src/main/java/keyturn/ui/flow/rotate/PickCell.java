package keyturn.ui.flow.rotate;

import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import keyturn.ui.parts.Wrapping;
import org.jspecify.annotations.Nullable;

/** A database in the list, with its box. */
final class PickCell extends ListCell<DatabasePick> {

    private final CheckBox box = new CheckBox();
    private Optional<DatabasePick> shown = Optional.empty();

    PickCell() {
        box.setMnemonicParsing(false);
        box.setMaxWidth(Double.MAX_VALUE);
        // As wide as the list: a longer name ends in an ellipsis, and the tooltip has the whole.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable DatabasePick item, boolean empty) {
        super.updateItem(item, empty);
        shown.ifPresent(before -> box.selectedProperty().unbindBidirectional(before.chosen()));
        shown = empty ? Optional.empty() : Optional.ofNullable(item);
        shown.ifPresent(pick -> {
            String name = Wrapping.plain(pick.name().value());
            box.setText(name);
            box.setTooltip(new Tooltip(name));
            box.selectedProperty().bindBidirectional(pick.chosen());
        });
        setGraphic(shown.isPresent() ? box : null);
    }
}
