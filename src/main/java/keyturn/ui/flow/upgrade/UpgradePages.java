package keyturn.ui.flow.upgrade;

import java.util.List;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.upgrade.UpgradeFlow;
import keyturn.ui.frame.Page;
import keyturn.ui.parts.Icon;
import keyturn.ui.wizard.FlowPages;

/** The one page that an upgrade has of its own. */
public final class UpgradePages implements FlowPages {

    @Override
    public FlowName name() {
        return UpgradeFlow.NAME;
    }

    @Override
    public Icon icon() {
        return Icon.UPGRADE;
    }

    @Override
    public List<Page> pages(Means means) {
        var model = new ChooseViewModel(means.draft(), means.planning());
        return List.of(new Page(model, new ChooseView(model, means.scripts())));
    }
}
