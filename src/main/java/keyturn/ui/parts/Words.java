package keyturn.ui.parts;

import keyturn.domain.Message;

/** The window's own words, from {@code keyturn/ui/words.properties}. */
public final class Words {

    private Words() {}

    /** @param key without the leading {@code ui.} */
    public static String of(String key, Object... arguments) {
        return Message.of("ui." + key, arguments).text();
    }
}
