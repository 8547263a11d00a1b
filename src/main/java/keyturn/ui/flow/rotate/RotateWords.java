package keyturn.ui.flow.rotate;

import keyturn.plan.flow.rotate.RotateFlow;

/** The words of the rotation's own page, from the flow's bundle. */
final class RotateWords {

    private RotateWords() {}

    /** @param key without the name of the flow before it */
    static String of(String key, Object... arguments) {
        return RotateFlow.NAME.words(key, arguments).text();
    }
}
