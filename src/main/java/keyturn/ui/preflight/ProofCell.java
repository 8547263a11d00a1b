package keyturn.ui.preflight;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableCell;
import javafx.util.StringConverter;
import keyturn.domain.DatabaseName;
import keyturn.plan.flow.ProofChoice;
import keyturn.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** How a database's key is proved; nothing to choose where it does not hang on the provider. */
final class ProofCell extends TableCell<CoverRow, CoverRow> {

    private final ComboBox<ProofChoice> how = new ComboBox<>();

    ProofCell(BiConsumer<DatabaseName, ProofChoice> prove) {
        how.getItems().setAll(ProofChoice.values());
        how.setMaxWidth(Double.MAX_VALUE);
        how.getStyleClass().add("in-cell");
        how.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable ProofChoice choice) {
                return choice == null ? "" : Words.of("preflight.proof." + choice);
            }

            @Override
            public ProofChoice fromString(String text) {
                return how.getValue();
            }
        });
        how.setOnAction(event -> {
            CoverRow row = getItem();
            if (row != null && !row.proof().equals(Optional.of(how.getValue()))) {
                prove.accept(row.database(), how.getValue());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable CoverRow item, boolean empty) {
        super.updateItem(item, empty);
        setText("");
        setGraphic(null);
        if (empty || item == null) {
            return;
        }
        if (item.proof().isEmpty()) {
            setText(Words.of("preflight.proof.none"));
            return;
        }
        how.setValue(item.proof().get());
        how.setAccessibleText(Words.of("preflight.proof.name", item.database()));
        setGraphic(how);
    }
}
