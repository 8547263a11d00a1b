package keyturn.ui.flow.rotate;

import java.util.List;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.rotate.RotateFlow;
import keyturn.ui.frame.Page;
import keyturn.ui.parts.Icon;
import keyturn.ui.wizard.FlowPages;

/** The one page that a rotation has of its own. */
public final class RotatePages implements FlowPages {

    @Override
    public FlowName name() {
        return RotateFlow.NAME;
    }

    @Override
    public Icon icon() {
        return Icon.ROTATE;
    }

    @Override
    public List<Page> pages(Means means) {
        var model = new RotateViewModel(means.draft(), means.planning(), means.clock());
        return List.of(new Page(model, new RotateView(model, means.scripts(), means.directory())));
    }
}
