package keyturn.trouble;

import java.util.Locale;

/** What a cause asks for. */
public enum Reaction {
    /** Something must be changed. */
    ACT,
    /** Each change would make it worse, or is of no use: it passes. */
    WAIT,
    /** Nothing is wrong. */
    FINE;

    static Reaction of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
