package keyturn.ui.rotate;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Words;

/** The databases with a box each, and one for all of them. */
final class PickList {

    private static final double ROW_HEIGHT = 32;
    private static final int ROWS_IN_SIGHT = 6;

    private final Picks picks;

    PickList(Picks picks) {
        this.picks = picks;
    }

    Node node() {
        ListView<DatabasePick> list = new ListView<>(picks.all());
        list.setId("rotate-databases");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new PickCell());
        var height = Bindings.min(ROWS_IN_SIGHT, Bindings.max(1, Bindings.size(picks.all())))
                .multiply(ROW_HEIGHT)
                .add(2);
        list.minHeightProperty().bind(height);
        list.maxHeightProperty().bind(height);
        Label name = new Label(Words.of("rotate.databases"));
        name.setMnemonicParsing(true);
        name.setLabelFor(list);
        name.getStyleClass().add("field-name");
        list.setAccessibleText(name.getText().replace("_", ""));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(12, name, gap, all());
        head.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, head, list);
    }

    /** Says how many are chosen; ticked where all are. */
    private CheckBox all() {
        CheckBox all = new CheckBox();
        all.setId("all-databases");
        all.setMnemonicParsing(true);
        all.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.of(
                                "rotate.all",
                                picks.chosen().getValue(),
                                picks.all().size()),
                        picks.chosen(),
                        picks.all()));
        picks.chosen().subscribe(count -> {
            int many = picks.all().size();
            all.setIndeterminate(count.intValue() > 0 && count.intValue() < many);
            all.setSelected(many > 0 && count.intValue() == many);
        });
        all.setOnAction(event -> picks.choose(all.isSelected()));
        return all;
    }
}
