package keyturn.ui.flow.recover;

import java.util.List;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.recover.RecoverFlow;
import keyturn.ui.files.FolderOfBackups;
import keyturn.ui.frame.Page;
import keyturn.ui.parts.Icon;
import keyturn.ui.wizard.FlowPages;

/** The one page that the recovery of a vault has of its own. */
public final class RecoverPages implements FlowPages {

    @Override
    public FlowName name() {
        return RecoverFlow.NAME;
    }

    @Override
    public Icon icon() {
        return Icon.WRONG;
    }

    @Override
    public List<Page> pages(Means means) {
        var backups = new FolderOfBackups(
                means.background(), () -> means.draft().inspection().get());
        var logs = new LogLines(means.draft(), means.background(), means.asks().logs());
        var model = new RecoverViewModel(means.draft(), means.planning(), backups, logs);
        return List.of(new Page(model, new RecoverView(model, means.scripts(), means.directory())));
    }
}
