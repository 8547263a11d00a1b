package keyturn.ui.rotate;

import java.util.function.UnaryOperator;
import javafx.scene.control.ListCell;
import keyturn.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** A vault key in the list, with what the vault shows of it. */
final class VaultKeyCell extends ListCell<String> {

    private final UnaryOperator<String> said;

    VaultKeyCell(UnaryOperator<String> said) {
        this.said = said;
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? "" : Words.of("rotate.toKey.item", item, said.apply(item)));
    }
}
