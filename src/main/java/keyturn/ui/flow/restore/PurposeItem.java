package keyturn.ui.flow.restore;

import java.util.List;
import java.util.stream.Stream;
import keyturn.plan.flow.restore.RestoreKeysFlow;
import keyturn.plan.flow.restore.RestorePurpose;

/** What a restore is for, as the list on the page offers it. */
record PurposeItem(RestorePurpose purpose) {

    static final List<PurposeItem> OFFERED =
            Stream.of(RestorePurpose.values()).map(PurposeItem::new).toList();

    @Override
    public String toString() {
        return RestoreKeysFlow.NAME.words("window.purpose." + purpose).text();
    }
}
