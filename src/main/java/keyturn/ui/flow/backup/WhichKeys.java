package keyturn.ui.flow.backup;

import java.util.List;
import keyturn.plan.flow.backup.BackupKeysFlow;

/** Which keys are backed up, as the list on the page offers it. */
enum WhichKeys {
    NEEDED,
    ALL,
    NAMED;

    static final List<WhichKeys> OFFERED = List.of(values());

    @Override
    public String toString() {
        return BackupKeysFlow.NAME.words("window.which." + name()).text();
    }
}
