package keyturn.ui.frame;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** Under the strip: the window ran into a fault of its own. It stays until somebody hides it. */
final class FaultBanner {

    private final VBox place = new VBox();

    FaultBanner() {
        place.setId("window-fault");
        place.getStyleClass().add("under-strip");
        show(false);
    }

    Node node() {
        return place;
    }

    /** @param filed what happened and where its details are, in a sentence */
    void tell(String filed) {
        Button hide = new Button(Words.of("fault.hide"));
        hide.setId("fault-hide");
        hide.setMnemonicParsing(false);
        hide.setMinWidth(Button.USE_PREF_SIZE);
        hide.setOnAction(event -> show(false));
        place.getChildren()
                .setAll(Banner.of(Tone.DANGER, Words.of("fault.title"), List.of(filed, Words.of("fault.next")), hide));
        show(true);
    }

    private void show(boolean there) {
        place.setVisible(there);
        place.setManaged(there);
    }
}
