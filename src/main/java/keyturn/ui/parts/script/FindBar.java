package keyturn.ui.parts.script;

import java.util.List;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** Finds text in a script: Ctrl+F opens, Enter goes on, Shift+Enter back, Escape closes. */
public final class FindBar {

    private static final KeyCombination OPEN = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final ScriptView view;
    private final ToggleButton opener = new ToggleButton(Words.of("parts.find"));
    private final TextField wanted = new TextField();
    private final Label count = new Label();
    private final SimpleIntegerProperty current = new SimpleIntegerProperty();
    private final HBox node;
    private List<ScriptHit> hits = List.of();

    /** @param id of the view; the bar's controls have it before theirs */
    public FindBar(String id, ScriptView view) {
        this.view = view;
        opener.setId(id + "-find");
        opener.setMnemonicParsing(true);
        opener.setAccessibleText(Words.of("parts.find.name"));
        opener.getStyleClass().add("small");
        opener.setMinWidth(Region.USE_PREF_SIZE);
        opener.selectedProperty().subscribe(this::opened);
        wanted.setId(id + "-find-text");
        wanted.setAccessibleText(Words.of("parts.find.text"));
        wanted.setPromptText(Words.of("parts.find.text"));
        wanted.textProperty().subscribe(this::search);
        wanted.setOnKeyPressed(this::pressed);
        HBox.setHgrow(wanted, Priority.ALWAYS);
        count.setId(id + "-find-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        view.changed(this::search);
        node = new HBox(8, wanted, count, button(id, "previous", -1), button(id, "next", 1));
        node.getStyleClass().add("find-bar");
        node.setAlignment(Pos.CENTER_LEFT);
        Showing.when(opener.selectedProperty(), node);
    }

    public Node node() {
        return node;
    }

    /** The switch that opens and closes the bar. */
    public ToggleButton opener() {
        return opener;
    }

    /** Ctrl+F opens the bar wherever the keyboard is, as long as this node is in the window. */
    public void listenAround(Node pane) {
        pane.sceneProperty().subscribe(this::moved);
    }

    private void moved(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.getAccelerators().remove(OPEN);
        }
        if (now != null) {
            now.getAccelerators().put(OPEN, this::open);
        }
    }

    private void open() {
        opener.setSelected(true);
        wanted.requestFocus();
        wanted.selectAll();
    }

    private void opened(boolean open) {
        if (open) {
            wanted.requestFocus();
        } else {
            wanted.clear();
        }
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            step(key.isShiftDown() ? -1 : 1);
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            opener.setSelected(false);
            opener.requestFocus();
            key.consume();
        }
    }

    private void search() {
        hits = ScriptHit.of(view.lines(), wanted.getText());
        current.set(0);
        show();
    }

    private void step(int by) {
        if (!hits.isEmpty()) {
            current.set(Math.floorMod(current.get() + by, hits.size()));
            show();
        }
    }

    private void show() {
        boolean nothing = wanted.getText().isEmpty();
        count.setText(
                nothing
                        ? ""
                        : hits.isEmpty()
                                ? Words.of("parts.find.none")
                                : Words.of("parts.find.count", current.get() + 1, hits.size()));
        if (!hits.isEmpty()) {
            view.reveal(hits.get(current.get()));
        }
    }

    private Button button(String id, String name, int by) {
        Button button = new Button(Words.of("parts.find." + name));
        button.setId(id + "-find-" + name);
        button.setAccessibleText(Words.of("parts.find." + name + ".name"));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> step(by));
        return button;
    }
}
