package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.script.Scripts;
import keyturn.ui.preview.PreviewViewModel;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Rendered;
import keyturn.ui.work.LateBackground;
import org.junit.jupiter.api.Test;

/** The preview is there before its checks are, and cannot be approved before them. */
final class PreviewChecksTest {

    private static final Optional<String> CHECKING =
            Optional.of(Message.of("ui.preview.checking").text());

    private final LateBackground background = new LateBackground();
    private final Draft draft = new Draft();
    private final HandMade world = new HandMade();
    private final WizardPorts ports = world.ports(Path.of("runs"));
    private final PreviewViewModel preview = new PreviewViewModel(
            draft,
            new SimpleObjectProperty<>(Optional.empty()),
            background,
            ports.bundling(),
            new SimpleBooleanProperty(),
            world.clock,
            "CORP\\dba");

    @Test
    void approvalWaitsForTheForecastAndTheHostChecks() {
        show(HandMade.plan());
        assertEquals(CHECKING, preview.blocked().getValue());
        background.arrive();
        assertEquals(Optional.empty(), preview.blocked().getValue());
    }

    @Test
    void checksOfAPlanOfBeforeAreNotTakenForThoseOfThisOne() {
        show(HandMade.plan());
        draft.choices().drop();
        background.arrive();
        show(HandMade.plan());
        assertEquals(CHECKING, preview.blocked().getValue());
        background.arrive();
        assertEquals(Optional.empty(), preview.blocked().getValue());
    }

    private void show(Plan plan) {
        draft.inspection().set(world.look());
        draft.choices().set(plan.choices());
        draft.rendered().set(new Rendered(plan, Scripts.of(plan)));
    }
}
