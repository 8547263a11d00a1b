package keyturn.ui.flow.roll;

import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import keyturn.plan.flow.roll.RollOffer.Held;

/**
 * A credential: chosen, or left with a reason.
 *
 * @param known how it is known as which application it signs in; empty: nobody has said it
 * @param why it stays as it is, where it is not chosen
 */
record Pick(Held held, Optional<String> known, SimpleBooleanProperty chosen, SimpleStringProperty why) {

    Pick(Held held, Optional<String> known, boolean chosen, String why) {
        this(held, known, new SimpleBooleanProperty(chosen), new SimpleStringProperty(why));
    }

    /** Neither chosen nor left with a reason; a managed identity has no secret, which is reason enough. */
    boolean isOpen() {
        return !held.managed() && !chosen.get() && why.get().isBlank();
    }
}
