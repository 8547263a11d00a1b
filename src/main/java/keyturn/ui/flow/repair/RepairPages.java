package keyturn.ui.flow.repair;

import java.util.List;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.repair.RepairFlow;
import keyturn.ui.frame.Page;
import keyturn.ui.parts.Icon;
import keyturn.ui.wizard.FlowPages;

/** The one page that a repair has of its own. */
public final class RepairPages implements FlowPages {

    @Override
    public FlowName name() {
        return RepairFlow.NAME;
    }

    @Override
    public Icon icon() {
        return Icon.AGAIN;
    }

    @Override
    public List<Page> pages(Means means) {
        var model = new RepairViewModel(means.draft(), means.planning());
        return List.of(new Page(model, new RepairView(model, means.scripts())));
    }
}
