package keyturn.ui.flow.backup;

import java.util.List;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.backup.BackupKeysFlow;
import keyturn.ui.frame.Page;
import keyturn.ui.parts.Icon;
import keyturn.ui.wizard.FlowPages;

/** The one page that a backup of vault keys has of its own. */
public final class BackupKeysPages implements FlowPages {

    @Override
    public FlowName name() {
        return BackupKeysFlow.NAME;
    }

    @Override
    public Icon icon() {
        return Icon.COPY;
    }

    @Override
    public List<Page> pages(Means means) {
        var model = new BackupKeysViewModel(means.draft(), means.planning());
        return List.of(new Page(model, new BackupKeysView(model, means.scripts(), means.directory())));
    }
}
