package keyturn.ui.flow.rotate;

import javafx.beans.binding.Bindings;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Wanted;
import org.controlsfx.control.textfield.TextFields;

/** The databases with a box each, and one for all of them. */
final class PickList {

    private static final double ROW_HEIGHT = 32;
    private static final int ROWS_IN_SIGHT = 6;

    private final Picks picks;
    private final FilteredList<DatabasePick> found;

    PickList(Picks picks) {
        this.picks = picks;
        this.found = new FilteredList<>(picks.all());
    }

    Node node() {
        ListView<DatabasePick> list = new ListView<>(found);
        list.setId("rotate-databases");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new PickCell());
        var height = Bindings.min(ROWS_IN_SIGHT, Bindings.max(1, Bindings.size(found)))
                .multiply(ROW_HEIGHT)
                .add(2);
        list.minHeightProperty().bind(height);
        list.maxHeightProperty().bind(height);
        Label name = new Label(RotateWords.of("choose.databases"));
        name.setMnemonicParsing(true);
        name.setLabelFor(list);
        name.getStyleClass().add("field-name");
        list.setAccessibleText(name.getText().replace("_", ""));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(12, name, gap, all());
        head.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, head, find(), list);
    }

    /** Takes words and leaves the databases whose names hold all of them; there where not all are in sight anyway. */
    private Node find() {
        TextField find = TextFields.createClearableTextField();
        find.setId("rotate-find");
        find.setPromptText(RotateWords.of("choose.find"));
        find.setAccessibleText(RotateWords.of("choose.find"));
        find.textProperty()
                .subscribe(text ->
                        found.setPredicate(pick -> Wanted.holds(pick.name().value(), text)));
        picks.all().subscribe(find::clear);
        return Showing.when(Bindings.size(picks.all()).greaterThan(ROWS_IN_SIGHT), find);
    }

    /** Says how many are chosen; ticked where all are. */
    private CheckBox all() {
        CheckBox all = new CheckBox();
        all.setId("all-databases");
        all.setMnemonicParsing(true);
        all.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> RotateWords.of(
                                "choose.all",
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
