package keyturn.ui.flow.upgrade;

import keyturn.plan.flow.upgrade.UpgradeFlow;

/** The words of the upgrade's own page, from the flow's bundle. */
final class UpgradeWords {

    private UpgradeWords() {}

    /** @param key without the name of the flow before it */
    static String of(String key, Object... arguments) {
        return UpgradeFlow.NAME.words(key, arguments).text();
    }
}
