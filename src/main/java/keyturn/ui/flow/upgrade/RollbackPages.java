package keyturn.ui.flow.upgrade;

import java.util.List;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.upgrade.RollbackFlow;
import keyturn.ui.frame.Page;
import keyturn.ui.parts.Icon;
import keyturn.ui.wizard.FlowPages;

/** The one page that a rollback has of its own. */
public final class RollbackPages implements FlowPages {

    @Override
    public FlowName name() {
        return RollbackFlow.NAME;
    }

    @Override
    public Icon icon() {
        return Icon.DOWN;
    }

    @Override
    public List<Page> pages(Means means) {
        var model = new RollbackViewModel(means.draft(), means.planning());
        return List.of(new Page(model, new RollbackView(model, means.scripts())));
    }
}
