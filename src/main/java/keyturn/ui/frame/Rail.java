package keyturn.ui.frame;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import keyturn.plan.flow.Flow;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** The steps of the flow at the left: what is done, where we are, what is to come. */
final class Rail {

    static final double WIDTH = 216;
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Label title = Texts.section("");
    private final Label about = Texts.caption("");
    private final VBox steps = new VBox(2);
    private final VBox node;

    Rail() {
        steps.setId("step-list");
        steps.setAccessibleText(Words.of("rail.name"));
        VBox head = new VBox(2, title, about);
        head.getStyleClass().add("rail-head");
        node = new VBox(8, head, steps);
    }

    Node node() {
        return node;
    }

    /**
     * @param names of the pages of the flow, in order
     * @param current place in the flow, from 1; those before it are done
     */
    void show(Flow flow, List<String> names, int current) {
        title.setText(flow.words("window.title").text());
        about.setText(flow.words("window.about").text());
        steps.getChildren().clear();
        for (int place = 1; place <= names.size(); place++) {
            steps.getChildren().add(row(place, names.get(place - 1), current));
        }
    }

    private static HBox row(int place, String name, int current) {
        boolean done = place < current;
        StackPane disc = new StackPane(new Label(done ? "✓" : String.valueOf(place)));
        disc.getStyleClass().add("rail-disc");
        HBox row = new HBox(10, disc, new Label(name));
        row.getStyleClass().add("rail-step");
        row.setAlignment(Pos.CENTER_LEFT);
        row.pseudoClassStateChanged(DONE, done);
        row.pseudoClassStateChanged(CURRENT, place == current);
        String state = done ? "rail.done" : place == current ? "rail.current" : "rail.later";
        row.setAccessibleText(Words.of(state, place, name));
        return row;
    }
}
