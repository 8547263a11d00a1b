package keyturn.ui.run.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** The databases of a server that starts. Looked at again every few seconds: what stays the same is not drawn anew. */
public final class StartupCard {

    private static final double ROW_HEIGHT = 30;
    private static final int MOST_ROWS = 4;
    private static final double BORDERS = 4;

    private final Label title = Texts.section("");
    private final FlowPane counts = new FlowPane(8, 8);
    private final ListView<StartupShown.Row> rows = new ListView<>();
    private final VBox node;
    private List<Tag> tags = List.of();

    private StartupCard(Startup startup) {
        title.setId("startup-title");
        counts.setId("startup-counts");
        rows.setId("startup-databases");
        rows.setAccessibleText(Words.of("run.startup.name"));
        rows.setFixedCellSize(ROW_HEIGHT);
        rows.setCellFactory(list -> new StartupCell());
        rows.getStyleClass().add("steps");
        node = new VBox(8, title, counts, rows);
        node.setId("startup");
        node.getStyleClass().add("card");
        node.setAlignment(Pos.TOP_LEFT);
        node.setMinHeight(VBox.USE_PREF_SIZE);
        Showing.when(startup.shown().map(Optional::isPresent), node);
        startup.shown().subscribe(now -> now.ifPresent(this::show));
    }

    public static Node of(Startup startup) {
        return new StartupCard(startup).node;
    }

    private void show(StartupShown now) {
        title.setText(now.title());
        if (!now.counts().equals(tags)) {
            tags = now.counts();
            counts.getChildren().setAll(tags.stream().map(Tag::node).toList());
        }
        shown(counts, !tags.isEmpty());
        if (!now.rows().isEmpty()) {
            change(now.rows());
        }
        shown(rows, !now.rows().isEmpty());
        double height = Math.min(MOST_ROWS, rows.getItems().size()) * ROW_HEIGHT + BORDERS;
        rows.setMinHeight(height);
        rows.setPrefHeight(height);
    }

    /** A selection and the place to which somebody has scrolled stay. */
    private void change(List<StartupShown.Row> now) {
        if (rows.getItems().size() != now.size()) {
            rows.getItems().setAll(now);
            return;
        }
        List<StartupShown.Row> before = new ArrayList<>(rows.getItems());
        for (int i = 0; i < now.size(); i++) {
            if (!before.get(i).equals(now.get(i))) {
                rows.getItems().set(i, now.get(i));
            }
        }
    }

    private static void shown(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
