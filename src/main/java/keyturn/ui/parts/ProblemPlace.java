package keyturn.ui.parts;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import keyturn.domain.Problem;

/**
 * A place on a page where a problem appears as a banner, and stays until it is solved. It takes the keyboard, by which a screen reader
 * says it, unless somebody is typing.
 */
public final class ProblemPlace {

    private ProblemPlace() {}

    public static VBox place(ObservableValue<Optional<Problem>> problem) {
        VBox place = new VBox();
        place.setMinHeight(VBox.USE_PREF_SIZE);
        place.setId("problem");
        problem.subscribe(now -> place.getChildren()
                .setAll(now.map(Banner::of).map(java.util.List::of).orElse(java.util.List.of())));
        VBox shown = Showing.when(problem.map(Optional::isPresent), place);
        problem.subscribe(now -> place.getChildren().forEach(ProblemPlace::say));
        return shown;
    }

    private static void say(Node banner) {
        Scene scene = banner.getScene();
        if (scene != null && !(scene.getFocusOwner() instanceof TextInputControl)) {
            banner.requestFocus();
        }
    }
}
