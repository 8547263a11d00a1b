package keyturn.ui.home.place;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import keyturn.ui.home.HostLine;
import keyturn.ui.parts.Texts;

/** What SQL Server tells of the machine it runs on, line by line. */
public final class HostPlace {

    private static final double NAMES = 220;

    private final GridPane lines = new GridPane(16, 10);

    public HostPlace() {
        lines.setId("host-lines");
        lines.getStyleClass().add("card");
        ColumnConstraints names = new ColumnConstraints(NAMES);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        lines.getColumnConstraints().setAll(names, values);
    }

    public Node node() {
        return lines;
    }

    public void show(List<HostLine> shown) {
        lines.getChildren().clear();
        for (int row = 0; row < shown.size(); row++) {
            Label name = Texts.caption(shown.get(row).name());
            Label value = Texts.body(shown.get(row).value());
            name.setLabelFor(value);
            GridPane.setValignment(name, VPos.TOP);
            lines.addRow(row, name, value);
        }
    }
}
