package keyturn.ui.flow.enableekm;

import java.util.List;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.enableekm.EnableEkmFlow;
import keyturn.ui.frame.Page;
import keyturn.ui.parts.Icon;
import keyturn.ui.wizard.FlowPages;

/** The one page that setting up a server has of its own. */
public final class EnableEkmPages implements FlowPages {

    @Override
    public FlowName name() {
        return EnableEkmFlow.NAME;
    }

    @Override
    public Icon icon() {
        return Icon.SERVER;
    }

    @Override
    public List<Page> pages(Means means) {
        var model = new EnableEkmViewModel(means.draft(), means.planning());
        return List.of(new Page(model, new EnableEkmView(model, means.scripts())));
    }
}
