package keyturn.ui.flow.removesecret;

import java.util.List;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.removesecret.RemoveFlow;
import keyturn.ui.frame.Page;
import keyturn.ui.parts.Icon;
import keyturn.ui.wizard.FlowPages;

/** The one page that the removal of a secret has of its own. */
public final class RemovePages implements FlowPages {

    @Override
    public FlowName name() {
        return RemoveFlow.NAME;
    }

    @Override
    public Icon icon() {
        return Icon.REMOVE;
    }

    @Override
    public List<Page> pages(Means means) {
        var model = new RemoveViewModel(means.draft(), means.planning());
        return List.of(new Page(model, new RemoveView(model, means.scripts())));
    }
}
