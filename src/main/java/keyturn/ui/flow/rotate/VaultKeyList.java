package keyturn.ui.flow.rotate;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.SearchBox;
import keyturn.ui.parts.Showing;
import org.jspecify.annotations.Nullable;

/** The vault's keys, to take a name from: each with what the vault shows of it, which is searched too. */
final class VaultKeyList {

    private static final double WIDTH = 260;

    private final NewKeyForm form;
    private final ComboBox<String> box;

    VaultKeyList(NewKeyForm form) {
        this.form = form;
        this.box = SearchBox.of("to-key", RotateWords.of("choose.toKey.list.prompt"), form.offered(), this::told);
        box.setButtonCell(new NameCell());
        box.setPrefWidth(WIDTH);
        box.valueProperty().subscribe(this::taken);
        box.showingProperty().subscribe(this::taken);
        form.name().subscribe(name -> box.setValue(form.offered().contains(name) ? name : null));
    }

    /** There as long as there is a key to take. */
    Node node() {
        VBox field = Field.of(
                RotateWords.of("choose.toKey.list"), box, new ReadOnlyObjectWrapper<>(Optional.<String>empty()));
        return Showing.when(Bindings.isNotEmpty(form.offered()), field);
    }

    /** Not while the list is open: anyone who goes through it with the arrow keys may leave it by Escape. */
    private void taken() {
        if (!box.isShowing() && box.getValue() != null) {
            form.name().set(box.getValue());
        }
    }

    private String told(String vaultKey) {
        return RotateWords.of("choose.toKey.item", vaultKey, form.said(vaultKey));
    }

    /** Closed, the box has room for the name alone. */
    private static final class NameCell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : item);
        }
    }
}
