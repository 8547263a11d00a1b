package keyturn.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.CutCell;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.Problems;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.PageView;
import keyturn.ui.wizard.Sheet;

/** The overview: cards, gaps, databases and what each hangs on. */
public final class InspectView implements PageView {

    private static final int CARDS_A_ROW = 4;
    private static final double HEADER_HEIGHT = 44;
    private static final double ROW_HEIGHT = 36;

    private final VBox cards = new VBox(12);
    private final VBox gaps = new VBox();
    private final TableView<DatabaseRow> databases = new TableView<>();
    private final Button again = new Button(Words.of("inspect.again"), Icon.AGAIN.node());
    private final Node content;

    public InspectView(InspectViewModel model) {
        buildTable();
        cards.setMinHeight(VBox.USE_PREF_SIZE);
        again.setId("read-again");
        again.setAccessibleText(Words.of("inspect.again.name"));
        again.setOnAction(event -> model.readAgain());
        again.disableProperty().bind(model.looking());
        VBox table = new VBox(8, Texts.section(Words.of("inspect.table")), databases);
        VBox.setVgrow(databases, Priority.ALWAYS);
        VBox.setVgrow(table, Priority.ALWAYS);
        content = Sheet.filling(
                "inspect-page",
                model.overview().map(seen -> seen.map(Overview::title).orElse("")),
                model.lead(),
                Problems.place(model.problem()),
                cards,
                gaps,
                table);
        content.setOnKeyPressed(key -> {
            if (new KeyCodeCombination(KeyCode.F5).match(key)) {
                model.readAgain();
            }
        });
        model.overview().subscribe(seen -> seen.ifPresent(this::show));
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public List<Node> exits() {
        return List.of(again);
    }

    @Override
    public void focus() {
        databases.requestFocus();
    }

    private void show(Overview overview) {
        cards.getChildren().setAll(rows(overview.cards()));
        databases.getItems().setAll(overview.databases());
        boolean whole = overview.gaps().isEmpty();
        gaps.getChildren().setAll(whole ? List.of() : List.of(unread(overview.gaps())));
        gaps.setManaged(!whole);
    }

    private static Node unread(List<Gap> gaps) {
        List<String> lines = gaps.stream()
                .map(gap -> Words.of("inspect.gap", gap.what(), gap.why()))
                .toList();
        Node banner = Banner.of(Tone.ATTENTION, Words.of("inspect.gaps"), lines);
        banner.setId("gaps");
        return banner;
    }

    private static List<HBox> rows(List<FactCard> facts) {
        List<HBox> rows = new ArrayList<>();
        for (int from = 0; from < facts.size(); from += CARDS_A_ROW) {
            HBox row = new HBox(12);
            facts.subList(from, Math.min(facts.size(), from + CARDS_A_ROW))
                    .forEach(fact -> row.getChildren().add(fact.node()));
            rows.add(row);
        }
        return rows;
    }

    private void buildTable() {
        databases.setId("databases");
        databases.setAccessibleText(Words.of("inspect.table"));
        databases.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        databases.setFixedCellSize(ROW_HEIGHT);
        databases.setMinHeight(ROW_HEIGHT * 3);
        databases
                .maxHeightProperty()
                .bind(Bindings.max(2, Bindings.size(databases.getItems()))
                        .multiply(ROW_HEIGHT)
                        .add(HEADER_HEIGHT));
        Label none = Texts.body(Words.of("inspect.table.none"));
        none.getStyleClass().add("none");
        databases.setPlaceholder(none);
        databases
                .getColumns()
                .setAll(List.of(
                        column("database", DatabaseRow::name),
                        column("state", DatabaseRow::state),
                        column("encryption", DatabaseRow::encryption),
                        column("key", DatabaseRow::key),
                        column("login", DatabaseRow::login),
                        column("credential", DatabaseRow::credential),
                        column("vault", DatabaseRow::vault)));
    }

    private static TableColumn<DatabaseRow, String> column(String name, Function<DatabaseRow, String> value) {
        TableColumn<DatabaseRow, String> column = new TableColumn<>(Words.of("inspect.column." + name));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setCellFactory(table -> new CutCell<>());
        column.setPrefWidth(
                Optional.of(name).filter("state"::equals).map(state -> 90.0).orElse(150.0));
        return column;
    }
}
