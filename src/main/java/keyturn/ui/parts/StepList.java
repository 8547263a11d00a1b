package keyturn.ui.parts;

import javafx.collections.ObservableList;
import javafx.scene.control.ListView;

/** Steps as rows of one height, drawn as far as they are in sight: ten thousand are no heavier than ten. */
public final class StepList {

    private static final double ROW_HEIGHT = 57;
    private static final double BORDERS = 6;

    private StepList() {}

    public static ListView<StepLine> of(String id, String accessibleName, ObservableList<StepLine> steps) {
        ListView<StepLine> list = new ListView<>(steps);
        list.setId(id);
        list.setAccessibleText(accessibleName);
        list.getStyleClass().add("steps");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new StepCell());
        list.setMinHeight(ROW_HEIGHT + BORDERS);
        list.prefHeightProperty()
                .bind(javafx.beans.binding.Bindings.size(steps)
                        .multiply(ROW_HEIGHT)
                        .add(BORDERS));
        return list;
    }
}
