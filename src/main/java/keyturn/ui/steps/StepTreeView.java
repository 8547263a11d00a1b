package keyturn.ui.steps;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.plan.step.StepId;
import keyturn.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** The steps of a plan in sections, with what finds one and folds all. The selected row and the current step are one thing. */
public final class StepTreeView {

    private static final double ROW = 57;
    private static final double LOW_ROW = 32;
    private static final double BORDERS = 4;

    /** So many rows have their full height, and the page scrolls; of more, so many are in sight and the list scrolls. */
    private static final int WHOLE = 60;

    private static final int IN_SIGHT = 10;

    private final StepTree tree;
    private final Property<Optional<StepId>> current;
    private final BooleanProperty compact;
    private final ListView<StepRow> list;
    private final TextField wanted = new TextField();
    private final Label found = new Label();
    private final Button all = new Button();
    private final VBox node;
    private boolean following;

    /**
     * @param id of the list; the other controls have it before theirs
     * @param current the step whose row and lines are highlighted
     * @param compact whether rows are low
     */
    public StepTreeView(
            String id,
            String accessibleName,
            StepTree tree,
            Property<Optional<StepId>> current,
            BooleanProperty compact) {
        this.tree = tree;
        this.current = current;
        this.compact = compact;
        list = new ListView<>(tree.rows());
        list.setId(id);
        list.setAccessibleText(accessibleName);
        list.getStyleClass().add("steps");
        list.setCellFactory(view -> cell());
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        node = new VBox(8, tools(id), list);
        fit();
        compact.subscribe(this::fit);
        // After the list's own: it forgets what is selected once its rows are others.
        tree.rows().addListener((ListChangeListener<StepRow>) change -> changed());
        current.subscribe(this::follow);
        node.setMinHeight(Region.USE_PREF_SIZE);
    }

    public Node node() {
        return node;
    }

    /** To the list itself. */
    public void focus() {
        list.requestFocus();
    }

    private StepRowCell cell() {
        StepRowCell cell = new StepRowCell(compact);
        cell.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (!cell.isEmpty() && click.isStillSincePress()) {
                toggle(cell.getIndex());
            }
        });
        return cell;
    }

    private Node tools(String id) {
        wanted.setId(id + "-find");
        wanted.setPromptText(Words.of("steps.find"));
        wanted.setAccessibleText(Words.of("steps.find.name"));
        wanted.setOnAction(event -> find());
        HBox.setHgrow(wanted, Priority.ALWAYS);
        found.setId(id + "-found");
        found.getStyleClass().add("caption");
        found.setMinWidth(Region.USE_PREF_SIZE);
        all.setId(id + "-all");
        all.getStyleClass().add("small");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnAction(event -> foldOrOpen());
        ToggleButton low = new ToggleButton(Words.of("steps.compact"));
        low.setId(id + "-compact");
        low.getStyleClass().add("small");
        low.setMinWidth(Region.USE_PREF_SIZE);
        low.setAccessibleText(Words.of("steps.compact.name"));
        low.selectedProperty().bindBidirectional(compact);
        HBox tools = new HBox(8, wanted, found, all, low);
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private void foldOrOpen() {
        tree.all(tree.hasFolded());
    }

    private void find() {
        Optional<StepId> hit = tree.find(wanted.getText(), current.getValue());
        found.setText(hit.isPresent() || wanted.getText().isBlank() ? "" : Words.of("parts.find.none"));
        hit.ifPresent(id -> {
            current.setValue(Optional.of(id));
            show(tree.reveal(id));
        });
    }

    private void pressed(KeyEvent key) {
        int index = list.getSelectionModel().getSelectedIndex();
        if (index < 0) {
            return;
        }
        switch (key.getCode()) {
            case ENTER, SPACE -> toggle(index);
            case RIGHT -> toggle(index, false);
            case LEFT -> toggle(index, true);
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** Only where it is open, or only where it is not. */
    private void toggle(int index, boolean open) {
        switch (tree.rows().get(index)) {
            case StepRow.Head head -> {
                if (head.open() == open) {
                    toggle(index);
                }
            }
            case StepRow.One one -> {}
        }
    }

    private void toggle(int index) {
        following = true;
        tree.toggle(index);
        list.getSelectionModel().clearAndSelect(index);
        following = false;
    }

    /** A head stands for its first step. */
    private void selected(@Nullable StepRow row) {
        if (row != null && !following) {
            following = true;
            current.setValue(Optional.of(row.first()));
            following = false;
        }
    }

    private void follow(Optional<StepId> id) {
        if (!following) {
            id.ifPresent(step -> show(tree.place(step)));
        }
    }

    private void show(OptionalInt row) {
        row.ifPresent(index -> {
            following = true;
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(Math.max(0, index - 1));
            following = false;
        });
    }

    private void changed() {
        fit();
        follow(current.getValue());
    }

    private void fit() {
        double row = compact.get() ? LOW_ROW : ROW;
        int rows = tree.rows().size();
        double height = (rows <= WHOLE ? rows : IN_SIGHT) * row + BORDERS;
        list.setFixedCellSize(row);
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        String name = tree.hasFolded() ? "steps.open" : "steps.fold";
        all.setText(Words.of(name));
        all.setAccessibleText(Words.of(name + ".name"));
    }
}
