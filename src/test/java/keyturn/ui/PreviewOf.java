package keyturn.ui;

import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.SeenRotation;
import keyturn.plan.SeenWorld;
import keyturn.ui.frame.Appearance.Choice;
import keyturn.ui.steps.StepRow;
import keyturn.ui.work.DirectBackground;

/** Windows in which the preview of a plan is in sight. On JavaFX's thread only. */
final class PreviewOf {

    private PreviewOf() {}

    /** The upgrade of the hand-made world. */
    static ShownWindow upgrade(Choice theme, int width, int height) {
        ShownWindow shown = new ShownWindow(new HandMade(), theme, width, height);
        shown.pressAll("practice", "next", "next", "next");
        return shown;
    }

    /** A rotation of so many databases. */
    static ShownWindow rotation(int databases, Choice theme, int width, int height) {
        SeenRotation world = new SeenRotation().tenants(databases);
        return plan(world.inspection(), world.plan(), theme, width, height);
    }

    /** An upgrade with so many notices as there are kinds of databases. */
    static ShownWindow upgrade(SeenWorld world, Choice theme, int width, int height) {
        return plan(world.inspection(), world.plan(), theme, width, height);
    }

    /** How many steps the preview in sight has, once all its sections are open. */
    static long steps(ShownWindow shown) {
        if (((Labeled) shown.find("steps-all"))
                .getText()
                .equals(Message.of("ui.steps.open").text())) {
            shown.press("steps-all");
        }
        ListView<?> rows = (ListView<?>) shown.find("steps");
        return rows.getItems().stream().filter(StepRow.One.class::isInstance).count();
    }

    static ShownWindow plan(Inspection seen, Plan plan, Choice theme, int width, int height) {
        ShownWindow shown = new ShownWindow(HandMade.holding(seen, plan), new DirectBackground(), theme, width, height);
        shown.press("flow-plan");
        shown.press("next");
        return shown;
    }
}
