package keyturn.ui.verify;

import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** Details that stand folded under their title until somebody wants them. */
final class Fold {

    private Fold() {}

    /** @param details may be hidden or shown by themselves: the fold hides and shows what holds them */
    static TitledPane of(String id, String title, Node details) {
        TitledPane fold = new TitledPane(title, new VBox(details));
        fold.setId(id);
        fold.setExpanded(false);
        fold.setAnimated(false);
        fold.getStyleClass().add("fold");
        return fold;
    }
}
