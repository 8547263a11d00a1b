package keyturn.ui.picture;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import keyturn.domain.DatabaseName;
import keyturn.domain.OneLine;
import keyturn.ui.parts.Words;
import org.controlsfx.control.PopOver;

/** All databases of a change, to be searched. */
final class DatabasesPopOver {

    private static final double WIDTH = 320;
    private static final double HEIGHT = 360;
    private static final double ROW = 26;

    private DatabasesPopOver() {}

    static void open(Node from, List<DatabaseName> databases) {
        FilteredList<String> shown = new FilteredList<>(FXCollections.observableArrayList(
                databases.stream().map(name -> OneLine.shown(name.value())).toList()));
        ListView<String> list = new ListView<>(shown);
        list.setId("databases-all");
        list.setAccessibleText(Words.of("change.databases"));
        list.setFixedCellSize(ROW);
        list.setPrefSize(WIDTH, HEIGHT);
        TextField search = new TextField();
        search.setId("databases-search");
        search.setPromptText(Words.of("change.search"));
        search.setAccessibleText(Words.of("change.search"));
        search.textProperty().subscribe(text -> shown.setPredicate(name -> holds(name, text)));
        VBox content = new VBox(8, search, list);
        content.getStyleClass().add("change-databases");
        PopOver over = new PopOver(content);
        over.setTitle(Words.of("change.databases"));
        over.setAnimated(false);
        over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        over.setDetachable(false);
        over.setHeaderAlwaysVisible(true);
        over.show(from);
    }

    private static boolean holds(String name, String text) {
        return name.toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
