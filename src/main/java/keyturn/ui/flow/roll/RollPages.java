package keyturn.ui.flow.roll;

import java.util.List;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.roll.RollFlow;
import keyturn.ui.frame.Page;
import keyturn.ui.parts.Icon;
import keyturn.ui.wizard.FlowPages;

/** The one page that rolling a secret has of its own. */
public final class RollPages implements FlowPages {

    @Override
    public FlowName name() {
        return RollFlow.NAME;
    }

    @Override
    public Icon icon() {
        return Icon.AGAIN;
    }

    @Override
    public String practice() {
        return "secret-expiring";
    }

    @Override
    public List<Page> pages(Means means) {
        var telling =
                new Telling(means.draft(), means.background(), means.asks().ties(), means.clock());
        var model = new RollViewModel(
                means.draft(), means.planning(), telling, means.asks().bystander());
        return List.of(new Page(model, new RollView(model, means.scripts())));
    }
}
