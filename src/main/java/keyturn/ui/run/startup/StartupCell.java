package keyturn.ui.run.startup;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A database, how far its recovery is, and its state. */
final class StartupCell extends ListCell<StartupShown.Row> {

    private static final double BAR = 96;

    @Override
    protected void updateItem(StartupShown.@Nullable Row item, boolean empty) {
        super.updateItem(item, empty);
        setText("");
        setGraphic(null);
        setTooltip(null);
        setAccessibleText("");
        if (empty || item == null) {
            return;
        }
        Label name = new Label(item.name());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(12, name);
        if (item.share() >= 0) {
            ProgressBar bar = new ProgressBar(item.share());
            bar.setMinWidth(BAR);
            bar.setPrefWidth(BAR);
            Label said = new Label(item.said());
            said.setMinWidth(Label.USE_PREF_SIZE);
            row.getChildren().addAll(bar, said);
        }
        row.getChildren().add(item.state().node());
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(row);
        setTooltip(new Tooltip(item.toString()));
        setAccessibleText(item.toString());
    }
}
