package keyturn.ui.home;

import java.util.Locale;
import keyturn.ui.parts.Words;

/** Where one can be at home, in the order of the rail. */
public enum HomePlace {
    OVERVIEW,
    DATABASES,
    KEYS,
    HOST,
    CHECKS,
    RUNS;

    /** For ids and keys of words. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** With a mnemonic. */
    String shown() {
        return Words.of("home.place." + word());
    }
}
