package keyturn.ui.parts.fold;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Brief;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** Sentences behind a line that says how many they are, and opens them. */
public final class Folded {

    private Folded() {}

    /**
     * @param about what they are about, for the screen reader
     * @param lines each wraps for itself; long paths are shortened in sight, not for the screen reader
     */
    public static Node of(String about, List<String> lines) {
        ToggleButton show = new ToggleButton();
        show.getStyleClass().addAll("small", "folded");
        show.textProperty()
                .bind(show.selectedProperty()
                        .map(open -> Words.of(open ? "parts.folded.hide" : "parts.folded", lines.size())));
        show.setAccessibleText(Words.of("parts.folded.name", lines.size(), about));
        VBox others = new VBox(2);
        for (String line : lines) {
            Label shown = Texts.body(Brief.of(line));
            shown.setAccessibleText(line);
            others.getChildren().add(shown);
        }
        return new VBox(2, show, Showing.when(show.selectedProperty(), others));
    }
}
