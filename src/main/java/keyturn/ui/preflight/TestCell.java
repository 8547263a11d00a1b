package keyturn.ui.preflight;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableCell;
import javafx.util.StringConverter;
import keyturn.domain.DatabaseName;
import keyturn.plan.flow.TestChoice;
import keyturn.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** How a database's key is tested; nothing to choose where it does not hang on the provider. */
final class TestCell extends TableCell<CoverRow, CoverRow> {

    private final ComboBox<TestChoice> how = new ComboBox<>();

    TestCell(BiConsumer<DatabaseName, TestChoice> test) {
        how.getItems().setAll(TestChoice.values());
        how.setMaxWidth(Double.MAX_VALUE);
        how.getStyleClass().add("in-cell");
        how.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable TestChoice choice) {
                return choice == null ? "" : Words.of("preflight.test." + choice);
            }

            @Override
            public TestChoice fromString(String text) {
                return how.getValue();
            }
        });
        how.setOnAction(event -> {
            CoverRow row = getItem();
            if (row != null && !row.test().equals(Optional.of(how.getValue()))) {
                test.accept(row.database(), how.getValue());
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
        if (item.test().isEmpty()) {
            setText(Words.of("preflight.test.none"));
            return;
        }
        how.setValue(item.test().get());
        how.setAccessibleText(Words.of("preflight.test.name", item.database()));
        setGraphic(how);
    }
}
