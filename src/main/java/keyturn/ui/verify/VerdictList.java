package keyturn.ui.verify;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** What was confirmed, in groups that open and fold by click, Enter or Space. */
final class VerdictList {

    private static final double ROW_HEIGHT = 57;
    private static final double BORDERS = 6;

    /** More rows than these scroll in the list, so that only those in sight are drawn. */
    private static final int MOST_UNSCROLLED = 40;

    private final ListView<VerdictRow> list;
    private final VBox node;

    VerdictList(VerdictRows rows) {
        list = new ListView<>(rows.rows());
        list.setId("verdicts");
        list.setAccessibleText(Words.of("verify.steps"));
        list.getStyleClass().add("steps");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new VerdictCell(rows::turn));
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                turnSelected(rows);
                key.consume();
            }
        });
        var height = Bindings.createDoubleBinding(
                () -> Math.min(MOST_UNSCROLLED, rows.rows().size()) * ROW_HEIGHT + BORDERS, rows.rows());
        list.minHeightProperty().bind(height);
        list.prefHeightProperty().bind(height);
        node = new VBox(8, Texts.section(Words.of("verify.confirmed")), list);
        Showing.when(Bindings.isNotEmpty(rows.rows()), node);
    }

    Node node() {
        return node;
    }

    /** Whether there is a verdict to walk through. */
    boolean isShown() {
        return node.isVisible();
    }

    void focus() {
        list.requestFocus();
    }

    private void turnSelected(VerdictRows rows) {
        int selected = list.getSelectionModel().getSelectedIndex();
        if (selected < 0) {
            return;
        }
        switch (rows.rows().get(selected)) {
            case VerdictRow.Head head -> {
                rows.turn(head.place());
                list.getSelectionModel().clearAndSelect(selected);
            }
            case VerdictRow.Item item -> {}
        }
    }
}
