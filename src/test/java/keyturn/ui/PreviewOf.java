package keyturn.ui;

import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.SeenRotation;
import keyturn.plan.SeenWorld;
import keyturn.ui.frame.Appearance.Choice;
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

    static ShownWindow plan(Inspection seen, Plan plan, Choice theme, int width, int height) {
        ShownWindow shown = new ShownWindow(HandMade.holding(seen, plan), new DirectBackground(), theme, width, height);
        shown.press("flow-plan");
        shown.press("next");
        return shown;
    }
}
