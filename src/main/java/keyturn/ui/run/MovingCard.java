package keyturn.ui.run;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Showing;
import keyturn.ui.picture.ChangePicture;

/** The picture of what the run changes: each database moves over as its step ends. */
final class MovingCard {

    private final VBox place = new VBox();
    private Optional<ChangePicture> picture = Optional.empty();

    private MovingCard(Moving moving) {
        place.setId("moving-place");
        place.setMinHeight(VBox.USE_PREF_SIZE);
        moving.change().subscribe(change -> {
            picture = change.map(planned -> ChangePicture.underWay("moving", planned));
            place.getChildren().setAll(picture.map(ChangePicture::node).stream().toList());
        });
        moving.latest().subscribe(those -> picture.ifPresent(drawn -> drawn.moved(those)));
        Showing.when(moving.change().map(Optional::isPresent), place);
    }

    static Node of(Moving moving) {
        return new MovingCard(moving).place;
    }
}
