package keyturn.ui.flow.upgrade;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Texts;

/** How the new DLL comes into a folder of its own: both ways, each with the document it follows. */
final class Guidance {

    private static final List<String> PARTS = List.of("folder", "installer", "extract", "look", "rights");

    private Guidance() {}

    static Node node() {
        VBox body = new VBox(12);
        body.getStyleClass().add("guidance");
        for (String part : PARTS) {
            Label head = new Label(UpgradeWords.of("choose.guidance." + part));
            head.getStyleClass().add("strong");
            body.getChildren()
                    .add(new VBox(
                            2,
                            head,
                            Texts.body(UpgradeWords.of("choose.guidance." + part + ".how")),
                            Texts.caption(UpgradeWords.of("choose.guidance." + part + ".source"))));
        }
        TitledPane pane = new TitledPane(UpgradeWords.of("choose.guidance"), body);
        pane.setId("guidance");
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }
}
