package keyturn.ui.run;

import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** The system ends the session while a run goes, as when somebody signs out: the run stops after this step, and the page says so. */
final class EndingCard {

    private final RunViewModel model;
    private final BooleanSupplier mustEnd;
    private final ReadOnlyBooleanWrapper ends = new ReadOnlyBooleanWrapper();
    private final Node node;

    EndingCard(RunViewModel model, BooleanSupplier mustEnd) {
        this.model = model;
        this.mustEnd = mustEnd;
        node = Banner.of(Tone.ATTENTION, Words.of("run.ending"), Words.of("run.ending.about"));
        node.setId("ending");
        Showing.when(ends, node);
    }

    Node node() {
        return node;
    }

    /** Time has passed while the run goes. */
    void tick() {
        if (mustEnd.getAsBoolean()) {
            model.stop();
            ends.set(true);
        }
    }
}
