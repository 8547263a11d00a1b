package keyturn.ui.run.piece;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Texts;

/** A way on: its button, and beside it what it means, or why it is not to be had. */
public final class ChoiceRow {

    private static final double BUTTONS = 176;

    private ChoiceRow() {}

    /**
     * @param text of the button, with a mnemonic
     * @param more stands under what is said
     */
    public static Node of(Button button, String id, String text, String about, Node... more) {
        button.setText(text);
        button.setId(id);
        button.setAccessibleText(text.replace("_", ""));
        button.setAccessibleHelp(about);
        button.setMinWidth(BUTTONS);
        Label said = Texts.body(about);
        said.getStyleClass().add("choice-about");
        VBox beside = new VBox(4, said);
        beside.getChildren().addAll(more);
        beside.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(beside, Priority.ALWAYS);
        HBox row = new HBox(12, button, beside);
        row.setAlignment(more.length == 0 ? Pos.CENTER_LEFT : Pos.TOP_LEFT);
        return row;
    }
}
