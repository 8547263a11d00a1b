package keyturn.ui.parts;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One fact at a glance: what it is, how it stands, its value, one line more. */
public record FactCard(String caption, String value, String line, Optional<Tag> tag) {

    /** A new node; cards in a row, or in {@code Tiles}, share its width evenly. */
    public VBox node() {
        Label name = Texts.caption(caption);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head = new HBox(8, name);
        head.setAlignment(Pos.CENTER_LEFT);
        tag.ifPresent(shown -> head.getChildren().add(shown.node()));
        Label main = Texts.cut("fact");
        main.setText(value);
        Label more = Texts.cut("caption");
        more.setText(line);
        more.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        VBox card = new VBox(2, head, main, more);
        card.getStyleClass().add("card");
        card.setMinWidth(0);
        card.setPrefWidth(10);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    /** As {@link #node}, with lines that wrap instead of being cut. */
    public VBox whole() {
        Label name = Texts.caption(caption);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head = new HBox(8, name);
        name.setMaxWidth(Double.MAX_VALUE);
        tag.ifPresent(shown -> head.getChildren().add(shown.node()));
        Label main = Texts.body(value);
        main.getStyleClass().add("fact");
        Label more = Texts.caption(Brief.of(line));
        more.setAccessibleText(line);
        more.setMinHeight(Label.USE_PREF_SIZE);
        VBox card = new VBox(4, head, main, more);
        card.getStyleClass().add("card");
        card.setMinWidth(0);
        return card;
    }
}
