package keyturn.trouble.text;

import java.util.Locale;
import keyturn.domain.Message;

/** What to make of a text. */
public enum Verdict {
    /** The causes are listed, and something must be changed. */
    CAUSES,
    /** An outage: whatever is changed now makes it worse. */
    WAIT,
    /** Nothing is wrong. */
    NOTHING_WRONG,
    /** An error of a provider, and its code is in no list. */
    UNDOCUMENTED,
    /** Nothing of it is known. */
    UNKNOWN;

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In a sentence, with what to do. */
    public Message told() {
        return Message.of("trouble.verdict." + slug());
    }
}
