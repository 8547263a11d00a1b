package keyturn.ui.parts;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import keyturn.domain.Problem;

/** A place on a page where a problem appears as a banner, and stays until it is solved. */
public final class ProblemPlace {

    private ProblemPlace() {}

    public static VBox place(ObservableValue<Optional<Problem>> problem) {
        VBox place = new VBox();
        place.setMinHeight(VBox.USE_PREF_SIZE);
        place.setId("problem");
        problem.subscribe(now -> place.getChildren()
                .setAll(now.map(Banner::of).map(java.util.List::of).orElse(java.util.List.of())));
        return Showing.when(problem.map(Optional::isPresent), place);
    }
}
