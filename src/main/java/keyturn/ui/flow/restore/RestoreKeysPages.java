package keyturn.ui.flow.restore;

import java.util.List;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.restore.RestoreKeysFlow;
import keyturn.ui.files.FolderOfBackups;
import keyturn.ui.frame.Page;
import keyturn.ui.parts.Icon;
import keyturn.ui.wizard.FlowPages;

/** The one page that a restore of vault keys has of its own. */
public final class RestoreKeysPages implements FlowPages {

    @Override
    public FlowName name() {
        return RestoreKeysFlow.NAME;
    }

    @Override
    public Icon icon() {
        return Icon.AGAIN;
    }

    @Override
    public List<Page> pages(Means means) {
        var backups = new FolderOfBackups(
                means.background(), () -> means.draft().inspection().get());
        var model = new RestoreKeysViewModel(means.draft(), means.planning(), backups);
        return List.of(new Page(model, new RestoreKeysView(model, means.scripts(), means.directory())));
    }
}
