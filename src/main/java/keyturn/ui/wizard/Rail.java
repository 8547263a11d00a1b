package keyturn.ui.wizard;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** The steps of the flow at the left: what is done, where we are, what is to come. */
final class Rail {

    static final double WIDTH = 216;
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final VBox steps = new VBox(2);
    private final VBox node;
    private final List<String> names;

    /** @param names of the pages of the flow, in order */
    Rail(String flow, String about, List<String> names) {
        this.names = List.copyOf(names);
        steps.setId("step-list");
        steps.setAccessibleText(Words.of("rail.name"));
        for (int index = 0; index < names.size(); index++) {
            steps.getChildren().add(row(index + 1, names.get(index)));
        }
        VBox head = new VBox(2, Texts.section(flow), Texts.caption(about));
        head.getStyleClass().add("rail-head");
        node = new VBox(8, head, steps);
    }

    Node node() {
        return node;
    }

    /** @param current place in the flow, from 1; those before it are done */
    void show(int current) {
        for (int place = 1; place <= names.size(); place++) {
            HBox row = (HBox) steps.getChildren().get(place - 1);
            row.pseudoClassStateChanged(DONE, place < current);
            row.pseudoClassStateChanged(CURRENT, place == current);
            Label number = (Label)
                    ((StackPane) row.getChildren().getFirst()).getChildren().getFirst();
            number.setText(place < current ? "✓" : String.valueOf(place));
            String state = place < current ? "rail.done" : place == current ? "rail.current" : "rail.later";
            row.setAccessibleText(Words.of(state, place, names.get(place - 1)));
        }
    }

    private static HBox row(int place, String name) {
        Label number = new Label(String.valueOf(place));
        StackPane disc = new StackPane(number);
        disc.getStyleClass().add("rail-disc");
        HBox row = new HBox(10, disc, new Label(name));
        row.getStyleClass().add("rail-step");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
