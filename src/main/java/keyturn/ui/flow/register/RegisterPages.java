package keyturn.ui.flow.register;

import java.util.List;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.register.RegisterFlow;
import keyturn.ui.frame.Page;
import keyturn.ui.parts.Icon;
import keyturn.ui.wizard.FlowPages;

/** The one page that registering a key has of its own. */
public final class RegisterPages implements FlowPages {

    @Override
    public FlowName name() {
        return RegisterFlow.NAME;
    }

    @Override
    public Icon icon() {
        return Icon.DOWN;
    }

    @Override
    public List<Page> pages(Means means) {
        var model = new RegisterViewModel(means.draft(), means.planning());
        return List.of(new Page(model, new RegisterView(model, means.scripts())));
    }
}
